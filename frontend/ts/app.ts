// What every page gets. Each part looks for what it works on, and leaves the page alone otherwise.

import { startAnswers } from "./answers.ts";
import { startReadingAloud } from "./aloud/start.ts";
import { startSaving } from "./autosave/start.ts";
import { startDesk } from "./desk/desk.ts";
import { startEditors } from "./editors.ts";
import { startHours } from "./hours.ts";
import { startInserting } from "./insert.ts";
import { startLines } from "./lines.ts";
import { startOffline } from "./offline/start.ts";
import { startPlace } from "./place.ts";
import { startPresses } from "./press.ts";
import { startReading } from "./reading.ts";
import { startSession } from "./session.ts";
import { startSignOut } from "./signout.ts";
import { startTerms } from "./terms.ts";
import { startTyped } from "./typed.ts";
import { startUploads } from "./upload.ts";

document.documentElement.classList.add("ww-js");
document.querySelector<HTMLElement>("[data-focus]")?.focus();
startPresses();
startSignOut([startSaving(), startAnswers()]);
startEditors();
startInserting();
startLines();
startPlace();
startDesk();
startHours();
startSession();
startOffline();
startUploads();
startReading();
startReadingAloud();
startTerms();
startTyped();
