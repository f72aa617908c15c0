#include "models/yaml/yamloutline.h"

#include "models/yaml/yamlcommonscalar.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Yaml", text);
}

} // namespace

YamlOutliner::YamlOutliner(QByteArrayView text, qsizetype start, const YamlOptions &options)
    : m_text(text)
    , m_scanner(text, start)
    , m_options(options)
{
}

bool YamlOutliner::isNextOneOf(std::initializer_list<Type> types)
{
    return std::ranges::find(types, m_scanner.peek().type) != types.end();
}

YamlToken YamlOutliner::take()
{
    const YamlToken token = m_scanner.take();
    if (token.end > token.begin)
        m_lastEnd = token.end;
    noteWhatIsRare(token);
    return token;
}

void YamlOutliner::noteWhatIsRare(const YamlToken &token)
{
    switch (token.type) {
    case Type::FlowSequenceStart:
    case Type::FlowMappingStart:
        ++m_brackets;
        break;
    case Type::FlowSequenceEnd:
    case Type::FlowMappingEnd:
        --m_brackets;
        break;
    case Type::Directive:
    case Type::Alias:
    case Type::Anchor:
    case Type::Tag:
        m_isCommon = false;
        break;
    case Type::Key:
        m_isCommon = m_isCommon && token.end == token.begin; // no “?”
        break;
    case Type::Scalar:
        m_isCommon = m_isCommon
            && isCommonScalar(token, m_text.sliced(token.begin, token.end - token.begin),
                              m_brackets > 0);
        break;
    default:
        break;
    }
}

void YamlOutliner::fail(const QString &message, const QString &hint, qsizetype offset) const
{
    throw YamlFault{offset, u"yaml.syntax"_s, message, hint};
}

void YamlOutliner::add(Kind kind, const YamlToken &token)
{
    if (m_options.stop.stop_requested())
        failAsStopped(token.begin);
    if (m_steps.size() >= 3 * m_options.limits.nodes) // a map with nothing in it takes two
        throw YamlFault{token.begin, u"yaml.too-large"_s, tr("This file holds too many values."),
                        tr("Split it into several files.")};
    m_steps.append({kind, token.style, token.indent, token.begin, token.end});
}

void YamlOutliner::addEmpty()
{
    m_isCommon = m_isCommon && m_brackets == 0;
    add(Kind::Empty, {.begin = m_lastEnd, .end = m_lastEnd});
}

void YamlOutliner::enter(Kind kind, const YamlToken &token)
{
    if (++m_depth > m_options.limits.depth) {
        throw YamlFault{
            token.begin, u"yaml.too-deep"_s,
            tr("Lists and maps are nested more than %1 deep here.").arg(m_options.limits.depth),
            tr("Nest them less deep.")};
    }
    add(kind, token);
}

void YamlOutliner::leave(Kind kind, const YamlToken &token)
{
    --m_depth;
    add(kind, token);
}

std::optional<YamlOutline> YamlOutliner::next()
{
    while (isNext(Type::DocumentEnd))
        take();
    if (isNext(Type::StreamEnd))
        return {};
    YamlOutline outline;
    const qsizetype first = m_scanner.peek().begin;
    outline.begin = first == 0 ? 0 : m_text.first(first).lastIndexOf('\n') + 1;
    m_isCommon = true;
    m_brackets = 0;
    skipDirectives();
    m_steps.clear();
    m_lastEnd = m_scanner.peek().begin;
    if (isNext(Type::DocumentStart))
        take();
    nodeOrEmpty(Context::Block,
                {Type::DocumentStart, Type::DocumentEnd, Type::Directive, Type::StreamEnd});
    const YamlToken &behind = m_scanner.peek();
    if (!isNextOneOf({Type::DocumentStart, Type::DocumentEnd, Type::StreamEnd})) {
        fail(tr("This does not belong to what stands before it."),
             tr("Check its indentation, and whether a “:” or a quote is missing before it."),
             behind.begin);
    }
    outline.end = behind.begin;
    outline.steps = std::exchange(m_steps, {});
    outline.isCommon = m_isCommon;
    return outline;
}

void YamlOutliner::skipDirectives()
{
    while (isNext(Type::Directive)) {
        const YamlToken directive = take();
        if (!isNextOneOf({Type::Directive, Type::DocumentStart})) {
            fail(tr("A line that begins with “%” must be followed by “---”."),
                 tr("Put the text in quotes, if it is no directive of YAML."), directive.begin);
        }
    }
}

/// Over anchor and tag; whether there are any.
bool YamlOutliner::properties()
{
    bool hasAnchor = false;
    bool hasTag = false;
    while (isNextOneOf({Type::Anchor, Type::Tag})) {
        const YamlToken token = take();
        bool &has = token.type == Type::Tag ? hasTag : hasAnchor;
        if (std::exchange(has, true))
            fail(tr("A value can have one tag and one anchor only."), tr("Remove one."),
                 token.begin);
    }
    return hasAnchor || hasTag;
}

void YamlOutliner::node(Context context)
{
    if (isNext(Type::Alias))
        return add(Kind::Alias, take());
    const bool hasProperties = properties();
    const bool isBlock = context != Context::Flow;
    switch (m_scanner.peek().type) {
    case Type::Scalar:
        return add(Kind::Scalar, take());
    case Type::FlowSequenceStart:
        return flowSequence();
    case Type::FlowMappingStart:
        return flowMapping();
    case Type::BlockSequenceStart:
        if (isBlock)
            return blockSequence();
        break;
    case Type::BlockMappingStart:
        if (isBlock)
            return blockMapping();
        break;
    case Type::BlockEntry:
        if (context == Context::BlockOrItems)
            return items();
        break;
    default:
        break;
    }
    if (hasProperties)
        return addEmpty();
    const YamlToken &token = m_scanner.peek();
    if (token.type == Type::Value)
        fail(tr("A key is missing before “:”."), tr("Write the key, or put the text in quotes."),
             token.begin);
    fail(tr("A value is missing here."), tr("Write one, or null."), token.begin);
}

void YamlOutliner::nodeOrEmpty(Context context, std::initializer_list<Type> ends)
{
    if (isNextOneOf(ends))
        addEmpty();
    else
        node(context);
}

void YamlOutliner::blockSequence()
{
    enter(Kind::SequenceStart, take());
    while (isNext(Type::BlockEntry)) {
        take();
        nodeOrEmpty(Context::Block, {Type::BlockEntry, Type::BlockEnd});
    }
    if (!isNext(Type::BlockEnd)) {
        fail(tr("A list item must begin with “- ”."),
             tr("Indent this as far as what it belongs to, or begin it with “- ”."),
             m_scanner.peek().begin);
    }
    leave(Kind::SequenceEnd, take());
}

void YamlOutliner::items()
{
    enter(Kind::SequenceStart, m_scanner.peek());
    while (isNext(Type::BlockEntry)) {
        take();
        nodeOrEmpty(Context::Block, {Type::BlockEntry, Type::Key, Type::Value, Type::BlockEnd});
    }
    leave(Kind::SequenceEnd, m_scanner.peek());
}

void YamlOutliner::blockMapping()
{
    const auto ends = {Type::Key, Type::Value, Type::BlockEnd};
    enter(Kind::MappingStart, take());
    while (isNext(Type::Key)) {
        take();
        nodeOrEmpty(Context::BlockOrItems, ends);
        if (isNext(Type::Value)) {
            take();
            nodeOrEmpty(Context::BlockOrItems, ends);
        } else {
            addEmpty();
        }
    }
    const YamlToken &token = m_scanner.peek();
    if (token.type == Type::Value)
        fail(tr("A key is missing before “:”."), tr("Write the key, or put the text in quotes."),
             token.begin);
    if (token.type != Type::BlockEnd) {
        fail(tr("A key and “: ” are expected here."),
             tr("Indent this as far as what it belongs to, or write it as “key: value”."),
             token.begin);
    }
    leave(Kind::MappingEnd, take());
}

} // namespace waymark
