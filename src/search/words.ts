import type { AnswerType } from "../core/knowledge.ts";

/**
 * The words of the two languages that carry no content of their own: what a question is wrapped in, and what kind of answer
 * it wants. Nothing here belongs to a particular knowledge base.
 */

/** Vietnamese function words and the politeness around a question. Those of several syllables count only together. */
export const VIETNAMESE_WORDS: readonly string[] = `
à|ạ|ấy|anh|bác|chị|lấy giúp|lấy hộ|lấy giùm|bạn|bao nhiêu|bằng|bên|bị|biết|bởi|bot|các|cái|cám ơn|cảm ơn|cần|chào|chi tiết|chiếc|cho|
cho biết|cho hỏi|cho mình hỏi|cho em hỏi|chúng ta|chúng tôi|chưa|chứ|có|có thể|còn|cô|cơ|cụ thể|của|cũng|cùng|
cứ|dạ|dùm|đang|đã|đâu|đấy|để|đến|đều|đi|đó|được|em|gì|giúp|giùm|hay|hả|hãy|hết|họ|hỏi|hộ|hôm|hơn|kèm|kể|khi|không|ko|
khong|hông|kia|là|lại|làm|làm ơn|làm báo cáo|viết báo cáo|làm báo cáo so sánh|báo cáo so sánh|lắm|lên|lúc|luôn|mà|mấy|mình|mỗi|mọi|một|muốn|nào|này|nãy|nên|ngày nay|nếu|nó|nói rõ|
ở|ơi|phải|qua|quá|ra|rằng|rất|rồi|sao|sau|sẽ|sếp|số liệu|tại|tất cả|theo|thế|thế nào|thì|thông tin|thưa|thôi|tìm|
tìm giúp|toàn bộ|tôi|tớ|cậu|ổng|bả|trên|trình bày|trong|từng|tra cứu|tra|tra giúp|tui|vậy|và|vào|vẫn|vâng|về|việc|vì|
vừa|với|vui lòng|xem|xin|xin hỏi|nhé|nha|nhá|nhờ|nhỉ|những|như|nữa|ok|okie|hi|hello|alo|ad|admin|ơ|ờ|ừ|đc|dc|vs|mk|mn|
bn|ntn|k|hok|j|ah|check|check giúp|gấp|nhanh|liệt kê|nêu|nêu rõ|đưa|gửi|trả lời|tóm tắt|tóm lại|ngắn gọn|đầy đủ|
giải thích|kể tên|điểm qua|quên mất|nhớ|thực sự|thật|chuẩn chưa|chuẩn không|chuẩn ko|đúng chưa|rốt cuộc|chính xác|tức là|nghĩa là|đúng|hiểu|câu này|dữ liệu|
con số|kết quả|tình hình|bao gồm|gồm|gồm có|cả|nhau|đối với|trong đó|ngoài ra|hiện có|thuộc|giữa|ghi nhận|ghi|được nêu|đồng chí|các đồng chí|đề nghị cung cấp|đề nghị cho biết|cung cấp giúp|cung cấp thông tin|cung cấp số liệu|tụi em|tụi mình|tụi tui|bọn em|bọn mình|chào buổi sáng|chào buổi chiều|kính gửi|kính thưa|hết thảy|tới giờ|đến giờ|tới nay|đến nay|tính đến nay|cho đến nay|giờ còn|giờ vẫn|
nhắc|nhắc đến|nghe nói|nghe đồn|nghe bảo|hình như|đề cập|đề cập đến|bài viết|bài báo|bài|loại|phần|điều|chuyện|khoảng|tầm|chừng|mức|cỡ|tổng cộng|do|
thể|nằm|xin cho|summary|info|list|đang cần|à mà|luôn nha|lun|vô|dô|z|dạ thưa|sếp ơi|mọi người|mn ơi|cả nhà|ai biết|
ai đó|chị ơi|anh chị|chị cho|một số|so với|so cùng|hai bên|hai thành ủy|2 thành ủy|hai đảng bộ|hai thành phố|hai địa phương|hai tỉnh|hai nơi|hai tp|2 thành phố|2 bên|2 tp|2 địa phương|từ|tới|bữa|hồi|vụ|món|khúc|đoạn`
  .replaceAll("\n", "")
  .split("|");

export const ENGLISH_WORDS: readonly string[] = `
a about according all also am an and any anything are article as at be been between both but by can could did do does for from get give had has have hello help here
he she his her him
among hey hi how i if in information into is it its just kindly know list like many may me mention mentioned much my need of on one or our please pls plz say says
said should show so some anything something tell than thank thanks that the their them there these they thing things this those to under up us was we were what whats which with
would you your when where who whom whose why according give me i need i want can you could you please tell looking find out details detail data figure figures
number numbers quick quickly summary summarise summarize exactly total overall wondering curious remind again dear team colleagues anyone does anybody really true
during within each other together held hold per via out there been being having made make makes take took took place happen happened happens`
  .trim()
  .split(/\s+/)
  .concat(
    "two cities",
    "two sides",
    "both sides",
    "both cities",
    "two parties",
    "two municipalities",
    "two party committees",
    "two committees",
    "good morning",
    "good afternoon",
    "good evening",
    "in advance",
    "kind regards",
    "best regards",
    "everyone",
  );

/**
 * Words with some content, but never the thing itself that is asked for: common verbs, containers, measures. What a fact
 * lacks of them counts against it only a little.
 */
export const LIGHT_WORDS: readonly string[] = `
an|bàn|nghiên cứu|đếm|mong chờ|mong đợi|kỳ vọng|căn dặn|khen ngợi|điểm sáng|đối diện|đối mặt|lưu ý|chủ đạo|nổi bật|đáng chú ý|đáng kể|tiêu biểu|danh mục|bắt tay|bao quát|bổ sung|đẩy mạnh|thêm|báo cáo|bộ phận|buổi|cách|căn cứ|cấp|cao|chia|chia thành|chọn|chủ yếu|chung|chuyên|công bố|cơ quan|cơ sở|cuối cùng|cuộc|cuộc gặp
|dành|dịp|diễn ra|dùng|dự|đánh giá|đạt|đặt|đặt ra|đầu|đầu mối|đứng ra|đơn vị|đưa ra|đề nghị|đề xuất|định|địa phương|điểm|đợt|gặp|giúp nhau|góp phần|hai|ba|hình thức|hoạt động
|hội nghị|hợp tác|kế hoạch|khẳng định|khía cạnh|khu vực|ký|ký kết|lãnh đạo|lấy|lên tiếng|liên quan|lĩnh vực|lớn|mảng|mặt|mở|mô tả|năm|năm đó|ngoài|nghị|ngành|người|nguồn
|nhận|nhận xét|nhấn mạnh|nhìn chung|nhóm|nơi|phát biểu|phía|phối hợp|phương|quan trọng|quan hệ|quy mô|so|so với|sự|sự kiện|tăng cường|tập trung|tên|tên gọi
|tham dự|tham gia|thành|thành phố|theo dõi|thỏa thuận|thống nhất|thực hiện|thực tế|tiền|tiến hành|tỉnh|tỉnh thành|tỉnh bạn|tổ chức|tốt|tp|trao đổi|triển khai|trọng tâm|trường hợp|tuyên bố|tỷ|tỉ|tỷ đồng|phần trăm
|ước|vai trò|vấn đề|văn bản|văn kiện|vừa qua|xác định|xảy ra|xem xét|ý|ý nghĩa|đồng ý|đồng|trưởng đoàn|quyết định|chỉ|riêng|hằng năm|hàng năm|mỗi năm|lần|kỳ|xét|khoản|mang|chuyển|thay mặt|kiểu|tính|đem|kéo|kéo về|mới|xong|giao|ngồi|tay|chung tay|vài|gốc|lời|tin|câu|câu nói|dòng|đích danh|giữ|áp dụng|hưởng ứng|nói|bảo|kêu|đại diện|cam kết|muốn|định làm|cùng làm|ví|ví như|coi|xem như|bài học|đăng|bố|góc|mức độ|tương ứng|hiện|từng|báo|khách|loại hình|việc chung|chính thức|đúng hạn|hay chưa|nhân|nhân dịp|khuôn khổ|trong khuôn khổ|kèm theo|tấm|bức|bắt đầu|kết thúc|thời gian|thời điểm|giai đoạn|ngày|tháng|lúc đó|khi đó|hồi đó|bấy giờ
|notable|noteworthy|highlight|highlights|faster|estimated|goods|achieve|achieved|charge|directing|faster|estimated|goods|agency|agencies|announce|announced|applied|apply|approximately|around|article|attend|attended|bound|brought|claim|commit|compared|during|extra|firmly|form|frequently|gather|gathered|host|join|joined|keep|kept|known|last|lead|led|maintain|maintained|mr|mrs|ms|newspaper|occur|occurred|over|pay|paid|precise|precisely|represent|represented|roughly|sent|send|serve|signing|sir|spirit|stock|supposed|take|taking|task|tasks|undertake|undertook|visit|whole|write|written|wrote|actually|agree|agreed|agreement|amount|area|ask|asked|based|become|big|bring|call|called|choose|chose|chosen|cities|city|come|committed|concern|concerning|conference|cooperate|cooperation
|cover|covered|describe|described|direct|discuss|discussed|effort|emphasise|emphasised|emphasize|event|exact|exactly|expect|express|fall|follow|following|go|going|great|group|handle|handles|have|include|included|includes
|involve|involved|issue|joint|jointly|kind|large|leader|leaders|level|local|locality|lot|main|mainly|matter|meet|meeting|mean|meant|name|named|national|new|object|offer|official|officially|organise|organised|part|particular|partner|party|people|person|place|plan|point
|present|province|provinces|provide|provided|purpose|put|reach|reached|receive|received|refer|regard|regarding|relate|related|relation|result|role|run|see|set|share|shared|side|sides|sign|signed|sort|speak|spoke|spoken|speaks|specific|stand|state|stated|still|subject|support|talk|term|terms|topic|two|three|type|use|used|want|way|will|within|work|worked|working|yet|year`
  .replaceAll("\n", "")
  .split("|");

/** A phrase that says what kind of answer is wanted. Longer phrases win over the shorter ones inside them. */
export const CUES: readonly (readonly [string, readonly AnswerType[]])[] = [
  ["là ai|ai là|người nào|which person", ["person"]],
  [
    "lãnh đạo nào|vị lãnh đạo nào|nhà lãnh đạo nào|đồng chí nào|nhân vật nào|which leader|which official|what official|ai|những ai|vị nào|ông nào|bà nào|do ai|who|who are|who is|who was|whose|by whom",
    ["person", "organisation"],
  ],
  [
    "bên nào|cơ quan nào|đơn vị nào|tổ chức nào|which agency|which organisation|which organization|which body|which bodies|what body",
    ["organisation", "person"],
  ],
  ["báo nào|tờ báo nào|tờ nào|tạp chí nào|which newspaper|what newspaper|which paper|which magazine", ["source"]],
  ["tỉnh ủy nào|thành ủy nào|ban nào|bộ nào|sở nào|which ministry", ["organisation"]],
  ["lấy ở đâu|lấy ở đâu ra|lấy đâu ra|lấy từ đâu|từ đâu ra|dẫn từ đâu", ["origin"]],
  [
    "hội trường nào|phòng nào|khách sạn nào|which hall|which room|ở đâu|tại đâu|nơi nào|chỗ nào|địa điểm|địa điểm nào|where|what venue|which venue|venue|location|what place",
    ["place"],
  ],
  [
    "tp nào|tp lớn nào|thành phố lớn nào|đô thị lớn nào|tỉnh bạn nào|tỉnh khác nào|địa phương khác nào|which big cities|which large cities|which major cities|tỉnh nào|thành phố nào|địa phương nào|vùng nào|miền nào|khu vực nào|which region|which regions|những tỉnh nào|tỉnh thành nào|which province|which provinces|which city|which cities|what city|what province|which localities|which places",
    ["place", "organisation"],
  ],
  [
    "khi nào|bao giờ|lúc nào|năm nào|thời gian nào|thời điểm nào|hồi nào|khi mô|when|which year|what year|how soon",
    ["date", "year"],
  ],
  [
    "ngày nào|bữa nào|hôm mấy|bữa mấy|the date on which|date on which|the date when|the date of|hôm nào|tháng nào|tháng mấy|ngày mấy|ngày bao nhiêu|mấy giờ|what date|which date|what day|which day|which month|what month|what time",
    ["date"],
  ],
  ["how often|how frequently|bao lâu một lần|mấy năm một lần|mấy tháng một lần", ["frequency"]],
  ["còn bao lâu|bao lâu nữa|how long until", ["date"]],
  ["bao lâu|how long", ["frequency"]],
  ["mấy năm|mấy tháng", ["frequency", "date", "year"]],
  ["giai đoạn nào|thời kỳ nào|kỳ nào|những năm nào|which period|what period|which years", ["date", "year"]],
  ["ở chỗ nào|ở điểm nào|chỗ nào giống|in what way", []],

  ["mấy", ["number", "amount", "percent", "date", "year"]],
  [
    "bao nhiêu người|mấy người|số người|how many people|bao nhiêu|số|số lượng|how many|what number|the number of|number of",
    ["number", "amount", "percent"],
  ],
  [
    "giá trị|trị giá|tổng giá trị|kinh phí|value|worth|bao nhiêu tiền|bao nhiêu tỷ|bao nhiêu tỉ|mấy tỷ|mấy nghìn tỷ|mấy ngàn tỷ|bao nhiêu nghìn tỷ|số tiền|bao nhiêu đồng|how much|how much money|what amount|the amount",
    ["amount", "number", "percent"],
  ],
  [
    "what share|what proportion|bao nhiêu phần trăm|bao nhiêu %|mấy phần trăm|điểm phần trăm|bao nhiêu điểm phần trăm|bao nhiêu điểm|mấy điểm phần trăm|mấy điểm|phần trăm|tỷ lệ bao nhiêu|what percent|what percentage|percentage|percent|per cent",
    ["percent"],
  ],
  [
    "để làm gì|nhằm làm gì|nhằm mục đích gì|nhằm gì|vì sao|tại sao|sao lại|lý do|lí do|vì lý do gì|do đâu|nguyên nhân|what for|why|how come|for what reason|reason|reasons",
    ["reason"],
  ],
  ["như thế nào|thế nào|ra sao|làm sao|cách nào|ntn|how", []],
  ["gì|những gì|cái gì|điều gì|việc gì|nào|những nào|các nào|what|which", []],
];

/**
 * Things that people ask for by name: where a question says one of them and the fact does not, the fact is not the answer,
 * however well the rest fits.
 */
export const DECISIVE_WORDS: readonly string[] = `
bội chi|mời|nhiệm kỳ|mỗi tháng|mỗi ngày|một ngày|mỗi quý|theo tháng|theo quý|hằng tháng|hàng tháng|hằng ngày|per day|a day|per month|a month|each month|monthly|daily|planned budget|budget plan|planned revenue|led|headed|dẫn đầu|trưởng đoàn|phát biểu|trước ông|trước bà|sau ông|sau bà|before him|before her|after him|after her|chi phí|chủ tịch|chủ tọa|chủ trì|chủ trương|con gái|con trai|cổ phần|dân số|di động|diện tích|doanh nghiệp|doanh thu|dư nợ|đại biểu|địa chỉ|điện thoại|email|giá vàng|gia đình|giám đốc|giới tính|hotline|kế nhiệm
|khởi công|kim ngạch|kinh phí|lạm phát|lãi suất|lao động|lợi nhuận|lương|mật độ|năm sinh|ngày sinh|ngân hàng|nhiệt độ|nợ công|nợ|phần thưởng|phó|quê quán|quê|số điện thoại|sinh năm|thất nghiệp|thị trưởng|thời tiết|thường xuyên|tiền nhiệm|cử ai|cử người|tiểu sử|tội phạm
|trúng thưởng|trụ sở|tuổi|tỷ giá|vốn đăng ký|website|bóng đá|công an|bảo hiểm|học phí|giá nhà|giá xăng|giờ làm việc|mức phạt|chế tài|ngân quỹ|người dân|hộ dân|học sinh|sinh viên|bệnh viện|trường học|nhà máy|khu công nghiệp|số trang|mấy trang|bao nhiêu trang|thành mấy bản|thư ký|trưởng ban|hạn chót|biên bản|bản ghi nhớ|nghị quyết|sơ kết|số hiệu|dầu khí|bán dẫn|tôn giáo|mỗi tỉnh|mỗi thành phố|mỗi người|mỗi năm bao nhiêu|bình quân|chi thường xuyên|thu nhập|chi sự nghiệp|thu hải quan|cả nước|toàn quốc
|address|age|photo|photos|picture|pictures|oil|semiconductor|religion|memorandum|mou|resolution|each|per capita|average|recurrent|nationwide|national average|airport|attendees|bank|biography|birthday|born|budget|chair|chaired|chairman|chairperson|companies|company|cost|costs|crime|currency|deadline|debt|deficit|deputy|director|email|employees|enterprises|fee|firms|football|gold|invited|hospital|hotel|inflation|interest
|jobs|km|mayor|minister|penalty|phone|pollution|population|predecessor|president|presided|price|profit|salary|school|secretary|staff|successor|telephone|temperature|turnover|unemployment|wage|weather|website|workers`
  .replaceAll("\n", "")
  .split("|");

/** Nouns that ask for an amount of money or the like and for nothing else; they stay content. */
export const AMOUNT_NOUNS: readonly string[] = "giá trị|trị giá|kinh phí|số tiền|chi phí|value|worth|cost|amount".split(
  "|",
);

/** Words that turn an office into another one: never to be passed over on either side. */
export const MODIFIERS: ReadonlySet<string> = new Set(
  "phó nguyên cựu deputy former vice acting ex assistant".split(" "),
);

/** Offices that people hold, whatever the body. */
export const OFFICE_TITLES: readonly string[] =
  "bí thư|tổng bí thư|chủ tịch|chủ nhiệm|bộ trưởng|thứ trưởng|giám đốc|trưởng ban|vụ trưởng|cục trưởng|chánh văn phòng|secretary|chair|chairman|chairwoman|chairperson|mayor|governor|minister|president|director".split(
    "|",
  );
