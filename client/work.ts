import "htmx.org";
import "./note-editor.ts";
import "./live-part.ts";
import "./room-timer.ts";
import "./grade-sum.ts";
