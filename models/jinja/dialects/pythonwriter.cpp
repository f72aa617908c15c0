#include "models/jinja/dialects/fixedfloat.h"
#include "models/jinja/dialects/python.h"
#include "models/jinja/opencontainers.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <string_view>

using namespace std::string_view_literals;

namespace waymark::jinja::python {
namespace {

constexpr qint64 longestIntegerBits = 14'284; // 4300 digits, as sys.int_info says

QString integerText(Runtime &runtime, const Value &value)
{
    if (!value.is(Value::Type::BigInt))
        return QString::number(value.integer());
    const Integer integer = value.toInteger();
    const QByteArray digits
        = integer.bits() > longestIntegerBits + 64 ? QByteArray() : integer.toByteArray();
    if (digits.isEmpty() || digits.size() > 4301) {
        runtime.fail(
            FailureKind::Value,
            QStringLiteral("Exceeds the limit (4300 digits) for integer string conversion; use "
                           "sys.set_int_max_str_digits() to increase the limit"));
    }
    return QString::fromLatin1(digits);
}

/// repr() of a value and of all it holds.
class Writer
{
public:
    explicit Writer(Runtime &runtime)
        : m_runtime(runtime)
    {
    }

    QString write(const Value &value)
    {
        append(value);
        return std::move(m_text);
    }

private:
    void append(const Value &value)
    {
        m_runtime.charge(1);
        m_runtime.chargeText(m_text.size());
        switch (value.type()) {
        case Value::Type::Missing:
        case Value::Type::Undefined:
            m_text += u"Undefined";
            break;
        case Value::Type::None:
            m_text += u"None";
            break;
        case Value::Type::Bool:
            m_text += value.boolean() ? u"True" : u"False";
            break;
        case Value::Type::Int:
        case Value::Type::BigInt:
            m_text += integerText(m_runtime, value);
            break;
        case Value::Type::Float:
            m_text += floatText(value.real());
            break;
        case Value::Type::Text:
            m_text += value.isMarkup() ? QStringLiteral("Markup(%1)").arg(quoted(value.text()))
                                       : quoted(value.text());
            break;
        case Value::Type::List:
            appendItems(value.items().items, u"[]");
            break;
        case Value::Type::Tuple:
            appendItems(value.items().items, u"()");
            break;
        case Value::Type::Dict:
            appendMap(value.dict());
            break;
        case Value::Type::Range:
            appendRange(value.range());
            break;
        case Value::Type::Object:
            m_text += value.object().toText(m_runtime);
        }
    }

    /// False: it stands inside itself, which is written as "[...]".
    bool open(const void *identity, QStringView brackets)
    {
        const OpenContainers::Met met = m_open.open(identity);
        if (met == OpenContainers::Met::TooDeep)
            m_runtime.fail(FailureKind::Limit,
                           QStringLiteral("maximum recursion depth exceeded while getting the repr "
                                          "of an object"));
        m_text += brackets.front();
        if (met == OpenContainers::Met::First)
            return true;
        m_text += u"...";
        m_text += brackets.back();
        return false;
    }

    void close(QStringView brackets)
    {
        m_open.close();
        m_text += brackets.back();
    }

    void appendItems(const std::vector<Value> &items, QStringView brackets)
    {
        if (!open(&items, brackets))
            return;
        for (size_t i = 0; i < items.size(); ++i) {
            if (i > 0)
                m_text += u", ";
            append(items[i]);
        }
        if (brackets == u"()" && items.size() == 1)
            m_text += u',';
        close(brackets);
    }

    /// As Python 3.12 and later write it, where it is one of collections.OrderedDict.
    void appendMap(const DictData &dict)
    {
        if (!dict.isOrdered)
            return appendDict(dict);
        m_text += u"OrderedDict(";
        if (dict.size() > 0)
            appendDict(dict);
        m_text += u')';
    }

    void appendDict(const DictData &dict)
    {
        if (!open(&dict, u"{}"))
            return;
        bool isFirst = true;
        for (const DictData::Entry &entry : dict.entries()) {
            if (!std::exchange(isFirst, false))
                m_text += u", ";
            append(entry.key);
            m_text += u": ";
            append(entry.value);
        }
        close(u"{}");
    }

    void appendRange(const RangeData &range)
    {
        m_text += QStringLiteral("range(%1, %2").arg(range.start).arg(range.stop);
        m_text += range.step == 1 ? QStringLiteral(")") : QStringLiteral(", %1)").arg(range.step);
    }

    Runtime &m_runtime;
    QString m_text;
    OpenContainers m_open;
};

} // namespace

char *writeFloat(double value, char *out)
{
    if (std::isnan(value))
        return std::ranges::copy("nan"sv, out).out;
    if (std::isinf(value))
        return std::ranges::copy(value < 0 ? "-inf"sv : "inf"sv, out).out;
    const double size = std::abs(value);
    const bool isFixed = size == 0 || (size >= 1e-4 && size < 1e16);
    if (!isFixed)
        return std::to_chars(out, out + longestFloat, value, std::chars_format::scientific).ptr;
    char *end = writeFixed(value, out);
    if (std::find(out, end, '.') == end)
        end = std::ranges::copy(".0"sv, end).out;
    return end;
}

QString floatText(double value)
{
    char buffer[longestFloat];
    return QString::fromLatin1(buffer, writeFloat(value, buffer) - buffer);
}

QString repr(Runtime &runtime, const Value &value)
{
    return Writer(runtime).write(value);
}

} // namespace waymark::jinja::python
