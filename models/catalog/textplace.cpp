#include "models/catalog/textplace.h"

#include <optional>

namespace waymark {
namespace {

QString lineAt(const YamlDocument &document, int line)
{
    return document.placed({}, {line, 1}).excerpt;
}

std::optional<SourcePosition> placeInBlock(const YamlDocument &document, const YamlNode &scalar,
                                           SourcePosition inner)
{
    const QString wanted = scalar.text().section(u'\n', inner.line - 1, inner.line - 1);
    const int line = scalar.position().line + inner.line;
    const QString written = lineAt(document, line);
    const qsizetype indent = written.indexOf(wanted.left(40));
    if (indent < 0 || !written.first(indent).trimmed().isEmpty())
        return {};
    return SourcePosition{line, static_cast<int>(indent) + inner.column};
}

std::optional<SourcePosition> placeInLine(const YamlDocument &document, const YamlNode &scalar,
                                          SourcePosition inner)
{
    const SourcePosition start = scalar.position();
    const Problem shown = document.placed({}, start);
    const bool isQuoted = scalar.style() == YamlNode::Style::SingleQuoted
        || scalar.style() == YamlNode::Style::DoubleQuoted;
    const QString before
        = scalar.text().first(std::min<qsizetype>(inner.column - 1, scalar.text().size()));
    if (inner.line != 1 || before.contains(u'\n'))
        return {};
    const SourcePosition content{start.line, start.column + (isQuoted ? 1 : 0)};
    // Escapes would move what follows them; of a long line only a part is shown.
    const int shownColumn = shown.excerptColumn > 0 ? shown.excerptColumn : start.column;
    const QString written = shown.excerpt.mid(shownColumn - 1 + (isQuoted ? 1 : 0), before.size());
    const bool isCut = written.endsWith(u'…');
    if (!before.startsWith(isCut ? written.chopped(1) : written)
        || (written.size() < before.size() && !isCut))
        return {};
    return SourcePosition{content.line, content.column + inner.column - 1};
}

} // namespace

SourcePosition placeInText(const YamlDocument &document, const YamlNode &scalar,
                           SourcePosition inner)
{
    const bool isBlock = scalar.style() == YamlNode::Style::Literal;
    const std::optional<SourcePosition> place
        = isBlock ? placeInBlock(document, scalar, inner) : placeInLine(document, scalar, inner);
    return place.value_or(scalar.position());
}

} // namespace waymark
