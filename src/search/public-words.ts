/**
 * Words of public affairs that people ask about, whatever is held. They are words: none of them is a slip of another one, and
 * what is asked about them is refused by their names. Split at "|".
 */
export const PUBLIC_WORDS: readonly string[] = (
  "cảng biển|cảng hàng không|cảng cá|cảng cạn|bến cảng|cụm cảng|hàng hải|đường biển|sân bay|nhà ga|bến xe|đường sắt|đường bộ|đường thủy|cao tốc|tàu điện|xe buýt|" +
  "cầu đường|vành đai|kẹt xe|ùn tắc|tai nạn|bãi đỗ|hàng không|logistics|kho bãi|vận tải|hành khách|" +
  "bác sĩ|bệnh viện|bệnh nhân|giường bệnh|y tế|dịch bệnh|tiêm chủng|thuốc men|dược phẩm|an toàn thực phẩm|" +
  "giáo viên|học sinh|sinh viên|trường học|đại học|học phí|học bổng|đào tạo nghề|mầm non|tiểu học|trung học|" +
  "dân số|hộ nghèo|hộ khẩu|thất nghiệp|việc làm|lao động|tiền lương|bảo hiểm|trợ cấp|người già|trẻ em|phụ nữ|thanh niên|tôn giáo|dân tộc|" +
  "rác thải|nước thải|nước sạch|ô nhiễm|không khí|khí thải|cây xanh|ngập lụt|hạn hán|sạt lở|bão lũ|cháy nổ|điện mặt trời|điện gió|thủy điện|xăng dầu|" +
  "lúa gạo|cà phê|cao su|thủy sản|chăn nuôi|trồng trọt|lâm nghiệp|rừng trồng|phân bón|nông dân|" +
  "nhà máy|khu công nghiệp|khu chế xuất|cụm công nghiệp|bán dẫn|ô tô|dệt may|da giày|thép|xi măng|khoáng sản|dầu khí|đóng tàu|thủ công|" +
  "khách sạn|nhà hàng|lễ hội|bảo tàng|di tích|điện ảnh|âm nhạc|bóng đá|thể thao|vận động viên|huy chương|" +
  "tội phạm|ma túy|cảnh sát|quân đội|biên giới|hải đảo|tòa án|luật sư|tham nhũng|khiếu nại|" +
  "lạm phát|lãi suất|tỷ giá|chứng khoán|ngân hàng|tín dụng|nợ công|thuế suất|hải quan|vàng bạc|bất động sản|chung cư|nhà ở xã hội|đất đai|" +
  "viễn thông|chuyển đổi số|trí tuệ nhân tạo|dữ liệu|phần mềm|internet|" +
  "kết hôn|ly hôn|khai sinh|hộ chiếu|thị thực|căn cước|bầu cử|dân biểu|nghị sĩ|đại sứ|lãnh sự|kết nghĩa|viện trợ|" +
  "số trang|mấy trang|bao nhiêu trang|trang giấy|phụ lục|bản gốc|bản sao|con dấu|chữ ký|bản dịch|bản mềm|bản cứng|dấu mộc|" +
  "thời tiết|nhiệt độ|diện tích|độ cao|chiều dài|mật độ|tuổi thọ|" +
  "seaport|airport|railway|highway|metro|doctors|hospital|teachers|students|school|university|population|poverty|unemployment|jobs|wages|insurance|" +
  "pollution|garbage|flood|drought|rice|coffee|rubber|fishery|factory|steel|cement|semiconductor|textile|footwear|hotel|restaurant|festival|museum|football|" +
  "crime|police|army|border|court|corruption|inflation|exchange rate|stock market|bank|debt|customs|gold price|real estate|apartment|" +
  "telecom|software|visa|passport|election|embassy|consulate|weather|temperature|area|density"
).split("|");
