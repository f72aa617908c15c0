#include "models/jinja/dialects/pythonpercent.h"
#include "models/jinja/filters/jinja2families.h"
#include "models/jinja/filters/jinja2support.h"
#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/methods/pythonfamilies.h"

namespace waymark::jinja {
namespace {

/// str's method of that name, without a call of its own.
template<QString (*mapping)(QStringView)>
Value caseMapped(Call &call)
{
    if (!call[0].isText())
        call[0] = call.text(0);
    const QString &text = call[0].text();
    call.runtime().chargeText(text.size());
    return call.like(mapping(text));
}

Value trim(Call &call)
{
    static const TextMethod method(u"strip");
    return method(call.runtime(), softText(call.runtime(), call[0]), {call[1]});
}

/// Whether a word of `title` ends before `c`.
bool isWordBreak(char32_t c)
{
    switch (c) {
    case U'-':
    case U'(':
    case U'{':
    case U'[':
    case U'<':
        return true;
    default:
        return isPythonSpace(c);
    }
}

/// The same as below, without parts of its own; null where not all is ASCII.
QString asciiTitle(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    QChar *out = result.data();
    bool isFirst = true;
    char16_t all = 0;
    for (const QChar unit : text) {
        const char16_t c = unit.unicode();
        all |= c;
        const bool changes = isFirst ? c >= u'a' && c <= u'z' : c >= u'A' && c <= u'Z';
        *out++ = QChar(static_cast<char16_t>(changes ? c ^ 0x20 : c));
        isFirst = isWordBreak(c);
    }
    return all < 0x80 ? result : QString();
}

Value title(Call &call)
{
    if (!call[0].isText())
        call[0] = call.text(0);
    const QString &text = call[0].text();
    call.runtime().chargeText(text.size());
    QString result = asciiTitle(text);
    if (!result.isNull())
        return {result};
    qsizetype start = 0;
    const auto addWord = [&](qsizetype end) {
        const QStringView word = QStringView(text).sliced(start, end - start);
        const qsizetype first = unitOf(word, 1);
        result += pythonUpper(word.first(first)) + pythonLower(word.sliced(first));
    };
    const CodePoints points(text);
    for (auto it = points.begin(); it != points.end(); ++it) {
        const qsizetype at = it.position();
        if (!isWordBreak(*it))
            continue;
        addWord(at);
        result += codePointText(*it);
        start = at + (*it > 0xffff ? 2 : 1);
    }
    addWord(text.size());
    return {result};
}

Value wordCount(Call &call)
{
    const QString text = softText(call.runtime(), call[0]).text();
    call.runtime().chargeText(text.size());
    qint64 count = 0;
    bool isInWord = false;
    for (const char32_t c : CodePoints(text)) {
        const bool belongs = isPythonWord(c);
        count += belongs && !isInWord ? 1 : 0;
        isInWord = belongs;
    }
    return {count};
}

Value format(Call &call)
{
    Runtime &runtime = call.runtime();
    if (!call.rest().empty() && !call.keywords().empty()) {
        runtime.fail(
            FailureKind::Runtime,
            QStringLiteral("can't handle positional and keyword arguments at the same time"));
    }
    const Value text = softText(runtime, call[0]);
    if (call.keywords().empty())
        return percentFormatted(runtime, text, tupleOf({call.rest().begin(), call.rest().end()}));
    auto keywords = make<DictData>();
    for (const NamedArgument &argument : call.keywords())
        keywords->insert(argument.name, argument.value);
    return percentFormatted(runtime, text, Value(keywords));
}

Value string(Call &call)
{
    return softText(call.runtime(), call[0]);
}

/// The same text, markup no more.
Value plainText(Runtime &runtime, const Value &value)
{
    const Value text = softText(runtime, value);
    Value plain(text.text());
    plain.setTags(text.tags());
    return plain;
}

qint64 mostReplaced(Call &call)
{
    return call[3].isNone() ? -1 : asIndex(call.runtime(), call[3]);
}

Value replace(Call &call)
{
    Runtime &runtime = call.runtime();
    const bool escapes = runtime.autoescapes();
    const auto asText = [&](const Value &value) {
        return escapes ? softText(runtime, value) : plainText(runtime, value);
    };
    const auto isPlain
        = [&](size_t i) { return call[i].isText() && !call[i].isMarkup() && !escapes; };
    if (isPlain(0) && isPlain(1) && isPlain(2)) // as they are
        return pythonReplaced(runtime, call[0], call[1], call[2], mostReplaced(call));
    const bool becomesMarkup
        = escapes && (call[1].isMarkup() || (call[2].isMarkup() && !call[0].isMarkup()));
    const Value text = becomesMarkup ? runtime.escaped(call[0]) : asText(call[0]);
    const Value old = forReceiver(runtime, text, asText(call[1]));
    const Value replacement = forReceiver(runtime, text, asText(call[2]));
    return pythonReplaced(runtime, text, old, replacement, mostReplaced(call));
}

constexpr FunctionRow rows[] = {
    {u"capitalize", "do_capitalize(s)", caseMapped<pythonCapitalize>, Flow::Characters},
    {u"format", "do_format(value, *args, **kwargs)", format, Flow::Own},
    {u"lower", "do_lower(s)", caseMapped<pythonLower>, Flow::Characters},
    {u"replace", "do_replace(&env, s, old, new, count=None)", replace, Flow::Own},
    {u"string", "soft_str(s)", string, Flow::Own},
    {u"title", "do_title(s)", title, Flow::Characters},
    {u"trim", "do_trim(value, chars=None)", trim, Flow::Own},
    {u"upper", "do_upper(s)", caseMapped<pythonUpper>, Flow::Characters},
    {u"wordcount", "do_wordcount(s)", wordCount},
};

} // namespace

std::span<const FunctionRow> jinja2CaseFilters()
{
    return rows;
}

} // namespace waymark::jinja
