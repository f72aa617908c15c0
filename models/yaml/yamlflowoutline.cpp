#include "models/yaml/yamloutline.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Yaml", text);
}

} // namespace

void YamlOutliner::failUnclosed(const YamlToken &opener)
{
    const YamlToken &token = m_scanner.peek();
    if (isNextOneOf({Type::StreamEnd, Type::DocumentStart, Type::DocumentEnd})) {
        const bool isList = opener.type == Type::FlowSequenceStart;
        throw YamlFault{opener.begin, u"yaml.bracket"_s,
                        tr("“%1” is never closed.").arg(isList ? u"["_s : u"{"_s),
                        tr("Write “%1” at its end.").arg(isList ? u"]"_s : u"}"_s)};
    }
    fail(tr("A “,” or the closing bracket is missing here."),
         tr("Write “,” between two values; put text that holds brackets in quotes."), token.begin);
}

/// "key: value" or "? key : value" or what is left of it; the Key is taken.
void YamlOutliner::flowPair(Type end)
{
    nodeOrEmpty(Context::Flow, {Type::Value, Type::FlowEntry, end});
    if (isNext(Type::Value)) {
        take();
        nodeOrEmpty(Context::Flow, {Type::FlowEntry, end});
    } else {
        addEmpty();
    }
}

void YamlOutliner::flowSequence()
{
    const YamlToken opener = take();
    enter(Kind::SequenceStart, opener);
    while (!isNext(Type::FlowSequenceEnd)) {
        if (isNext(Type::Key)) { // a map of one pair
            m_isCommon = false;
            enter(Kind::MappingStart, take());
            flowPair(Type::FlowSequenceEnd);
            leave(Kind::MappingEnd, m_scanner.peek());
        } else if (isNextOneOf({Type::StreamEnd, Type::DocumentStart, Type::DocumentEnd})) {
            failUnclosed(opener);
        } else {
            node(Context::Flow);
        }
        if (isNext(Type::FlowEntry))
            take();
        else if (!isNext(Type::FlowSequenceEnd))
            failUnclosed(opener);
    }
    leave(Kind::SequenceEnd, take());
}

void YamlOutliner::flowMapping()
{
    const YamlToken opener = take();
    enter(Kind::MappingStart, opener);
    while (!isNext(Type::FlowMappingEnd)) {
        if (isNext(Type::Key)) {
            take();
            flowPair(Type::FlowMappingEnd);
        } else if (isNextOneOf({Type::StreamEnd, Type::DocumentStart, Type::DocumentEnd})) {
            failUnclosed(opener);
        } else {
            node(Context::Flow);
            addEmpty();
        }
        if (isNext(Type::FlowEntry))
            take();
        else if (!isNext(Type::FlowMappingEnd))
            failUnclosed(opener);
    }
    leave(Kind::MappingEnd, take());
}

} // namespace waymark
