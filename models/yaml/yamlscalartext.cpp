#include "models/yaml/yamlscalartext.h"

#include "models/yaml/sourcetext.h"
#include "models/yaml/yamlblocktext.h"
#include "models/yaml/yamlquotedtext.h"

namespace waymark {

QString scalarText(const YamlStep &step, QByteArrayView source)
{
    switch (step.style) {
    case YamlNode::Style::Plain:
        return textOf(source);
    case YamlNode::Style::SingleQuoted:
    case YamlNode::Style::DoubleQuoted:
        return quotedText(source);
    case YamlNode::Style::Literal:
    case YamlNode::Style::Folded:
        return blockText(source, step.indent);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace waymark
