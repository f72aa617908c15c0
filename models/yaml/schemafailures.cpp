#include "models/yaml/schemafailures.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr QLatin1StringView alternativeMark("Failed to validate against child schema #");

bool isBelow(const QStringList &path, const QStringList &around)
{
    return path.size() >= around.size() && path.first(around.size()) == around;
}

using Failures = QList<SchemaFailure>;

/// An alternative that asks for another constant is another kind of thing than the one that was
/// meant.
bool isOtherKind(const Failures &alternative)
{
    return std::ranges::any_of(alternative, [](const SchemaFailure &failure) {
        return failure.description.contains("'const'"_L1)
            || failure.description.contains("enum values"_L1);
    });
}

qsizetype depthOf(const Failures &alternative)
{
    qsizetype depth = 0;
    for (const SchemaFailure &failure : alternative)
        depth = std::max(depth, failure.path.size());
    return depth;
}

/// The failures of the one alternative that was meant, or `summary` where that cannot be said.
Failures nearest(const QList<Failures> &alternatives, const SchemaFailure &summary)
{
    QList<Failures> meant = alternatives;
    meant.removeIf(isOtherKind);
    if (meant.isEmpty())
        meant = alternatives;
    qsizetype deepest = 0;
    for (const Failures &alternative : std::as_const(meant))
        deepest = std::max(deepest, depthOf(alternative));
    meant.removeIf(
        [deepest](const Failures &alternative) { return depthOf(alternative) < deepest; });
    return meant.size() == 1 && !meant.first().isEmpty() ? meant.first() : Failures{summary};
}

class Sifter
{
public:
    void add(const SchemaFailure &failure, bool hasCause)
    {
        if (failure.description.startsWith(alternativeMark))
            endAlternative(failure);
        else if (failure.description.startsWith(noAlternative))
            m_kept += nearest(m_alternatives.take(failure.path), failure);
        else if (const bool isOnlyEcho = isEcho(failure.description); !isOnlyEcho || !hasCause)
            m_kept.append({failure.path, failure.description, isOnlyEcho});
    }

    Failures take()
    {
        for (const QList<Failures> &alternatives : std::as_const(m_alternatives))
            keepAll(alternatives);
        return m_kept;
    }

private:
    void keepAll(const QList<Failures> &alternatives)
    {
        for (const Failures &alternative : alternatives)
            m_kept += alternative;
    }

    void endAlternative(const SchemaFailure &mark)
    {
        // Marks of an allOf look alike, but no summary follows them.
        if (mark.description.endsWith("#0."_L1))
            keepAll(m_alternatives.take(mark.path));
        Failures alternative;
        while (!m_kept.isEmpty() && isBelow(m_kept.last().path, mark.path))
            alternative.prepend(m_kept.takeLast());
        m_alternatives[mark.path].append(alternative);
    }

    Failures m_kept;
    QMap<QStringList, QList<Failures>> m_alternatives; // by the place that they are for
};

} // namespace

bool isEcho(const QString &description)
{
    static const QList<QLatin1StringView> echoes{"Failed to validate against schema associated"_L1,
                                                 "Failed to validate item #"_L1,
                                                 "Failed to validate against a conditional"_L1,
                                                 "Failed to validate against dependent schema"_L1,
                                                 "Failed to validate against additional"_L1,
                                                 "Cannot validate item #"_L1};
    return std::ranges::any_of(
        echoes, [&](QLatin1StringView echo) { return description.startsWith(echo); });
}

QList<SchemaFailure> essential(const QList<SchemaFailure> &failures)
{
    Sifter sifter;
    for (qsizetype i = 0; i < failures.size(); ++i) {
        const SchemaFailure &failure = failures.at(i);
        sifter.add(failure, i > 0 && isBelow(failures.at(i - 1).path, failure.path));
    }
    return sifter.take();
}

} // namespace waymark
