#include "models/yaml/yamlcommonscalar.h"

#include <algorithm>

namespace waymark {
namespace {

bool isCommonPlain(QByteArrayView source, bool isInFlow)
{
    if (source.startsWith('?') || source.startsWith(':'))
        return false;
    const QByteArrayView rare = isInFlow ? QByteArrayView("\n\t:#?") : QByteArrayView("\n\t");
    return std::ranges::none_of(source, [rare](char c) { return rare.contains(c); });
}

/// One that names no indentation.
bool isCommonBlock(QByteArrayView source)
{
    const qsizetype end = source.indexOf('\n');
    const QByteArrayView header = end < 0 ? source : source.first(end);
    const QByteArrayView signs = header.sliced(1).trimmed();
    return signs.isEmpty() || signs == "-" || signs == "+";
}

} // namespace

bool isCommonScalar(const YamlToken &token, QByteArrayView source, bool isInFlow)
{
    switch (token.style) {
    case YamlNode::Style::Plain:
        return isCommonPlain(source, isInFlow);
    case YamlNode::Style::SingleQuoted:
    case YamlNode::Style::DoubleQuoted:
        return !source.contains('\n');
    case YamlNode::Style::Literal:
    case YamlNode::Style::Folded:
        return isCommonBlock(source);
    }
    Q_UNREACHABLE_RETURN(false);
}

} // namespace waymark
