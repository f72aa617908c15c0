#include "models/yaml/yamlbuilder.h"

#include "models/yaml/yamlevents.h"
#include "models/yaml/yamlscalartext.h"
#include "models/yaml/yamltree.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

YamlNode treeOfSteps(const YamlOutline &outline, YamlReading &reading)
{
    using Kind = YamlStep::Kind;
    const QByteArrayView text = reading.source()->bytes();
    YamlTree tree(reading);
    for (const YamlStep &step : outline.steps) {
        if (reading.options().stop.stop_requested())
            failAsStopped(outline.begin);
        switch (step.kind) {
        case Kind::SequenceStart:
        case Kind::MappingStart:
            tree.open(step, u"?"_s);
            break;
        case Kind::SequenceEnd:
        case Kind::MappingEnd:
            tree.close();
            break;
        case Kind::Scalar:
        case Kind::Empty:
            tree.addScalar(step, scalarText(step, text.sliced(step.begin, step.end - step.begin)),
                           step.style == YamlNode::Style::Plain ? u"?"_s : u"!"_s);
            break;
        case Kind::Alias:
            Q_UNREACHABLE(); // a document with one is not common
        }
    }
    return tree.root();
}

} // namespace

YamlNode buildTree(const YamlOutline &outline, YamlReading &reading)
{
    return outline.isCommon ? treeOfSteps(outline, reading) : treeOfEvents(outline, reading);
}

} // namespace waymark
