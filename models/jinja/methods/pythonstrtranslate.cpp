#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/methods/pythonfamilies.h"

namespace waymark::jinja {
namespace {

/// What a table of str.translate has for `c`; Missing: nothing.
Value translated(Call &call, const Value &table, char32_t c)
{
    Runtime &runtime = call.runtime();
    if (table.is(Value::Type::Dict)) {
        const Value *known = table.dict().find(Value(static_cast<qint64>(c)));
        return known ? *known : Value();
    }
    if (!table.isSequence() && !table.isText()) {
        const auto message = QStringLiteral("'%1' object is not subscriptable");
        runtime.fail(FailureKind::Type, message.arg(runtime.typeName(table)));
    }
    const auto length = runtime.length(table);
    return static_cast<qint64>(c) < length ? runtime.item(table, Value(static_cast<qint64>(c)))
                                           : Value();
}

Value translate(Call &call)
{
    Runtime &runtime = call.runtime();
    const Value table = oneArgument(call);
    QString result;
    for (const char32_t c : CodePoints(call[0].text())) {
        runtime.charge(1);
        const Value to = translated(call, table, c);
        if (to.isMissing()) {
            result += codePointText(c);
        } else if (to.isText()) {
            runtime.chargeText(result.size() + to.text().size());
            result += to.text();
        } else if (to.isIntegral()) {
            const auto code = to.toInteger().toInt64();
            if (!code || *code < 0 || *code > 0x10ffff)
                runtime.fail(FailureKind::Value,
                             QStringLiteral("character mapping must be in range(0x110000)"));
            result += codePointText(static_cast<char32_t>(*code));
        } else if (!to.isNone()) {
            runtime.fail(FailureKind::Type,
                         QStringLiteral("character mapping must return integer, None or str"));
        }
    }
    return call.like(result);
}

Value tableFromDict(Runtime &runtime, const Value &given)
{
    if (!given.is(Value::Type::Dict)) {
        runtime.fail(
            FailureKind::Type,
            QStringLiteral("if you give only one argument to maketrans it must be a dict"));
    }
    auto table = make<DictData>();
    for (const DictData::Entry &entry : given.dict().entries()) {
        if (entry.key.isIntegral()) {
            table->insert(entry.key, entry.value);
            continue;
        }
        if (!entry.key.isText()) {
            runtime.fail(FailureKind::Type,
                         QStringLiteral("keys in translate table must be strings or integers"));
        }
        if (codePointCount(entry.key.text()) != 1) {
            runtime.fail(FailureKind::Value,
                         QStringLiteral("string keys in translate table must be of length 1"));
        }
        table->insert(Value(static_cast<qint64>(*CodePoints(entry.key.text()).begin())),
                      entry.value);
    }
    return {table};
}

Value makeTrans(Call &call)
{
    Runtime &runtime = call.runtime();
    const auto arguments = argumentsBetween(call, 1, 3);
    if (arguments.size() == 1)
        return tableFromDict(runtime, arguments[0]);
    static const QString messages[] = {
        QStringLiteral("first maketrans argument must be a string if there is a second argument"),
        QStringLiteral("maketrans() argument 2 must be str, not %1"),
        QStringLiteral("maketrans() argument 3 must be str, not %1"),
    };
    for (const size_t i :
         {size_t(1), size_t(2), size_t(0)}) { // the order in which CPython looks at them
        if (i >= arguments.size() || arguments[i].isText())
            continue;
        const QString type = runtime.typeName(arguments[i]);
        runtime.fail(FailureKind::Type, i == 0 ? messages[i] : messages[i].arg(type));
    }
    const QList<uint> from = arguments[0].text().toUcs4();
    const QList<uint> to = arguments[1].text().toUcs4();
    if (from.size() != to.size()) {
        runtime.fail(FailureKind::Value,
                     QStringLiteral("the first two maketrans arguments must have equal length"));
    }
    auto table = make<DictData>();
    for (qsizetype i = 0; i < from.size(); ++i)
        table->insert(Value(static_cast<qint64>(from[i])), Value(static_cast<qint64>(to[i])));
    if (arguments.size() > 2) {
        for (const char32_t c : CodePoints(arguments[2].text()))
            table->insert(Value(static_cast<qint64>(c)), Value::none());
    }
    return {table};
}

constexpr FunctionRow translateRows[] = {
    {u"maketrans", "str.maketrans(self, *args, **kwargs)", makeTrans},
    {u"translate", "str.translate(self, *args, **kwargs)", translate},
};

} // namespace

std::span<const FunctionRow> pythonTranslateMethods()
{
    return translateRows;
}

} // namespace waymark::jinja
