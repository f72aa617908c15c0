#pragma once

#include "views/theme/appearance.h"

#include <QList>

class QTextDocument;

namespace waymark {

/// The blocks of a document that hold one piece of code, by number.
struct CodeStretch
{
    int first = 0;
    int last = 0;
};

/// Gives a document that was read from Markdown the fonts and colours of the design. Pictures that
/// the document has no data for give way to the words that stand for them. Returns where code is,
/// which gets a box.
QList<CodeStretch> styleReadme(QTextDocument &document, const Appearance &look);

} // namespace waymark
