#include "models/yaml/yamlbuilder.h"

#include "models/yaml/yamlevents.h"
#include "models/yaml/yamlscalartext.h"
#include "models/yaml/yamltree.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

void addStep(YamlTree &tree, const YamlStep &step, QByteArrayView text)
{
    using Kind = YamlStep::Kind;
    switch (step.kind) {
    case Kind::SequenceStart:
    case Kind::MappingStart:
        return tree.open(step, u"?"_s);
    case Kind::SequenceEnd:
    case Kind::MappingEnd:
        return tree.close();
    case Kind::Scalar:
    case Kind::Empty:
        return tree.addScalar(step,
                              scalarText(step, text.sliced(step.begin, step.end - step.begin)),
                              step.style == YamlNode::Style::Plain ? u"?"_s : u"!"_s);
    case Kind::Alias:
        Q_UNREACHABLE(); // a document with one is not common
    }
}

YamlNode treeOfSteps(const YamlOutline &outline, YamlReading &reading)
{
    YamlTree tree(reading);
    for (const YamlStep &step : outline.steps) {
        if (reading.options().stop.stop_requested())
            failAsStopped(outline.begin);
        addStep(tree, step, reading.source()->bytes());
    }
    return tree.root();
}

} // namespace

YamlNode buildTree(const YamlOutline &outline, YamlReading &reading)
{
    return outline.isCommon ? treeOfSteps(outline, reading) : treeOfEvents(outline, reading);
}

} // namespace waymark
