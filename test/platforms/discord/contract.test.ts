import { describeContract } from "../contract.ts";
import { openPlace } from "./fake/place.ts";

describeContract("Discord", openPlace);
