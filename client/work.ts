import "htmx.org";
import "./note-editor.ts";
