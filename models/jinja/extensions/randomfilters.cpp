#include "models/jinja/extensions/pythonrandom.h"
#include "models/jinja/extensions/registry.h"
#include "models/jinja/methods/pythonfamilies.h"

namespace waymark::jinja {
namespace {

Value shuffle(Call &call)
{
    std::vector<Value> items = call.runtime().items(call[0]);
    PythonRandom random(call.runtime(), call[1]);
    random.shuffle(items);
    return listOf(std::move(items));
}

Value ansibleShuffle(Call &call)
{
    if (!call.runtime().isIterable(call[0]))
        return call[0];
    std::vector<Value> items = call.runtime().items(call[0]);
    PythonRandom random(call.runtime(), call.truthy(1) ? call[1] : Value::none());
    random.shuffle(items);
    return listOf(std::move(items));
}

/// random.randrange(start, stop, step)
Value randomNumber(Call &call, const Integer &start, const Integer &stop, const Integer &step)
{
    Runtime &runtime = call.runtime();
    if (step.isZero())
        runtime.fail(FailureKind::Value, QStringLiteral("zero step for randrange()"));
    const Integer round = step.sign() > 0 ? step - Integer(1) : step + Integer(1);
    const Integer count = Integer::floorDivide(stop - start + round, step);
    if (count.sign() <= 0) {
        runtime.fail(FailureKind::Value,
                     QStringLiteral("empty range for randrange() (%1, %2, %3)")
                         .arg(runtime.text(start), runtime.text(stop), runtime.text(stop - start)));
    }
    PythonRandom random(runtime, call[3]);
    return {start + step * random.below(count)};
}

Value randomItem(Call &call)
{
    const std::vector<Value> items = call.runtime().items(call[0]);
    if (items.empty())
        call.runtime().fail(FailureKind::Key,
                            QStringLiteral("Cannot choose from an empty sequence"));
    PythonRandom random(call.runtime(), call[3]);
    return items[random.index(items.size())];
}

Integer integerOr(Call &call, size_t at, qint64 fallback)
{
    if (call[at].isNone())
        return fallback;
    if (!call[at].isIntegral()) {
        call.runtime().fail(FailureKind::Type,
                            QStringLiteral("'%1' object cannot be interpreted as an integer")
                                .arg(call.runtime().typeName(call[at])));
    }
    return call[at].toInteger();
}

Value ansibleRandom(Call &call)
{
    const Runtime &runtime = call.runtime();
    if (call[0].isIntegral()) {
        return randomNumber(call, call.truthy(1) ? integerOr(call, 1, 0) : Integer(0),
                            call[0].toInteger(),
                            call.truthy(2) ? integerOr(call, 2, 1) : Integer(1));
    }
    if (!runtime.isIterable(call[0])) {
        runtime.fail(FailureKind::Runtime,
                     QStringLiteral("random can only be used on sequences and integers"));
    }
    if (call.truthy(1) || call.truthy(2)) {
        runtime.fail(FailureKind::Runtime,
                     QStringLiteral("start and step can only be used with integer values"));
    }
    return randomItem(call);
}

Value copierRandom(Call &call)
{
    if (call[0].isIntegral())
        return randomNumber(call, integerOr(call, 1, 0), call[0].toInteger(),
                            integerOr(call, 2, 1));
    for (const size_t at : {size_t(1), size_t(2)}) {
        if (!call[at].isNone()) {
            call.runtime().fail(
                FailureKind::Value,
                QStringLiteral("\"%1\" can only be used when \"stop\" is an integer")
                    .arg(at == 1 ? u"start" : u"step"));
        }
    }
    return randomItem(call);
}

constexpr FunctionRow ansibleRows[] = {
    {u"ans_random", "rand(end, start=None, step=None, seed=None)", ansibleRandom},
    {u"shuffle", "randomize_list(mylist, seed=None)", ansibleShuffle},
};
constexpr FunctionRow copierRows[] = {
    {u"ans_random", "do_random(stop, start=None, step=None, seed=None)", copierRandom},
    {u"shuffle", "do_shuffle(seq, seed=None)", shuffle},
};

} // namespace

std::span<const FunctionRow> ansibleRandomFilters()
{
    return ansibleRows;
}
std::span<const FunctionRow> copierRandomFilters()
{
    return copierRows;
}

} // namespace waymark::jinja
