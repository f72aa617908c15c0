#pragma once

#include "models/base/value.h"
#include "models/plan/draftstore.h"

class QTextStream;

namespace waymark::cli {

class Reporter;

/// One line of a list: what the draft is called, of which template it is, when it was saved.
void printDraft(const StoredDraft &stored, const Reporter &reporter, QTextStream &out);
/// All that was answered, with what belongs to it.
void printDraftWhole(const StoredDraft &stored, const Reporter &reporter, QTextStream &out);
/// As the document has it; the draft is one that can be read.
[[nodiscard]] Map draftAsJson(const StoredDraft &stored);

/// "process 4711", "process 4711 of build-host"
[[nodiscard]] QString editorText(const DraftEditor &editor);

} // namespace waymark::cli
