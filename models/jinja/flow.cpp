#include "models/jinja/function.h"
#include "models/jinja/runtime.h"

namespace waymark::jinja {
namespace {

/// Adds `tags` to all that a fresh result holds.
void tagAll(Runtime &runtime, Value &value, Tags tags, int depth)
{
    if (depth > 64)
        return;
    if (value.isSequence()) {
        ListData &list = value.items();
        list.shape = runtime.tagTable().united(list.shape, tags);
        for (Value &item : list.items)
            tagAll(runtime, item, tags, depth + 1);
    } else if (value.is(Value::Type::Dict)) {
        DictData &dict = value.dict();
        dict.shape = runtime.tagTable().united(dict.shape, tags);
        for (const DictData::Entry &entry : dict.entries())
            tagAll(runtime, *dict.find(entry.key), tags, depth + 1);
    } else {
        value = runtime.tagged(std::move(value), tags);
    }
}

/// The pieces of `text` put on the lines of `result`, which has as many.
Tags byLines(TagTable &table, const Value &text, QStringView result)
{
    const TagTable::Pieces &pieces = *table.pieces(text.tags());
    const QStringView source = text.text();
    TagTable::Pieces lines;
    size_t piece = 0;
    qsizetype sourceStart = 0;
    qsizetype resultStart = 0;
    while (resultStart <= result.size()) {
        const qsizetype sourceBreak = source.indexOf(u'\n', sourceStart);
        const qsizetype resultBreak = result.indexOf(u'\n', resultStart);
        const qsizetype sourceEnd = sourceBreak < 0 ? source.size() : sourceBreak + 1;
        const qsizetype resultEnd = resultBreak < 0 ? result.size() : resultBreak + 1;
        TagTable::Piece line{resultEnd, 0, pieces[std::min(piece, pieces.size() - 1)].source,
                             pieces[std::min(piece, pieces.size() - 1)].offset};
        while (piece < pieces.size()) {
            line.tags = table.united(line.tags, pieces[piece].tags);
            if (pieces[piece].end > sourceEnd)
                break;
            if (pieces[piece++].end == sourceEnd) // what follows is on the next line
                break;
        }
        lines.push_back(line);
        if (resultBreak < 0)
            break;
        sourceStart = sourceEnd;
        resultStart = resultEnd;
    }
    return table.fromPieces(std::move(lines));
}

} // namespace

Value Runtime::flowing(Flow flow, Value result, const Arguments &arguments)
{
    if (flow == Flow::Own || !isTracking())
        return result;
    Tags tags = 0;
    const auto collect = [&](const Value &value) {
        tags = m_tagTable.united(tags, flow == Flow::Items ? shallowTags(value) : deepTags(value));
    };
    const bool keepsPieces = flow == Flow::Characters || flow == Flow::Lines;
    const Value *source
        = keepsPieces && !arguments.positional.empty() ? &arguments.positional.front() : nullptr;
    const bool isPiecewise
        = source && source->isText() && result.isText() && TagTable::isPiecewise(source->tags());
    for (size_t i = isPiecewise ? 1 : 0; i < arguments.positional.size(); ++i)
        collect(arguments.positional[i]);
    for (const NamedArgument &argument : arguments.named)
        collect(argument.value);
    if (!isPiecewise) {
        if (flow == Flow::Items)
            return withShape(std::move(result), tags);
        if (tags)
            tagAll(*this, result, tags, 0);
        return result;
    }
    const bool sameLength = source->text().size() == result.text().size();
    const bool sameLines = source->text().count(u'\n') == result.text().count(u'\n');
    if (sameLength)
        result.setTags(source->tags());
    else if (flow == Flow::Lines && sameLines)
        result.setTags(byLines(m_tagTable, *source, result.text()));
    else
        result.setTags(m_tagTable.flattened(source->tags()));
    return tagged(std::move(result), tags);
}

Value Runtime::withShape(Value result, Tags tags)
{
    if (tags == 0)
        return result;
    if (result.isSequence())
        result.items().shape = m_tagTable.united(result.items().shape, tags);
    else if (result.is(Value::Type::Dict))
        result.dict().shape = m_tagTable.united(result.dict().shape, tags);
    else
        result = tagged(std::move(result), tags);
    return result;
}

} // namespace waymark::jinja
