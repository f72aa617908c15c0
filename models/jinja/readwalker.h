#pragma once

#include "models/jinja/ast.h"
#include "models/jinja/template.h"

#include <QHash>
#include <QStringList>

#include <optional>
#include <vector>

namespace waymark::jinja {

class AttributeNode;
class BinaryNode;
class CallNode;
class ComparisonNode;
class ConditionalNode;
class FilterNode;
struct CallArguments;

/// How much is lost where a name has no value: all, nothing since a condition only asks for it, or
/// nothing since its absence is expected.
enum class Care : quint8 { Plain, Tested, Guarded };

constexpr int nothingAsked = -1;

/// A path that a condition asks for, and the one that was asked for before, by those around it.
struct AskedPath
{
    QStringList path;
    int before = nothingAsked; ///< Where it is among them all.
};

/// What is told of the names in expressions.
class ReadSink
{
public:
    /// `path`: see ContextRead. `asked` is the last one that was asked for by what decides that
    /// this is read, in ReadWalker::asked().
    virtual void read(const QStringList &path, quint32 offset, Care care, int asked) = 0;
    /// All variables there are.
    virtual void readContext() = 0;
    /// A map gets entries, or, where `names` is empty, some that are not known.
    virtual void makeEntries(const QString &map, const QStringList &names) = 0;
    /// What stands there is never evaluated.
    virtual void foundUnreachable(quint32 offset) = 0;
    /// Whether `condition` is always true, or always false.
    [[nodiscard]] virtual std::optional<bool> truth(const ExpressionNode &condition) = 0;

protected:
    ReadSink() = default;
    ReadSink(const ReadSink &) = default;
    ReadSink &operator=(const ReadSink &) = default;
    ~ReadSink() = default;
};

/// Goes through expressions, in the order in which they are evaluated, and tells of the names in
/// them.
class ReadWalker
{
public:
    /// Both outlive it.
    ReadWalker(const CompiledEnvironment &environment, ReadSink &sink);

    void walk(const ExpressionNode &expression);
    /// The same of a condition: what it asks for guards all that is walked through until
    /// forget().
    void walkCondition(const ExpressionNode &condition);
    [[nodiscard]] size_t remembered() const { return m_active; }
    void forget(size_t remembered);
    [[nodiscard]] const std::vector<AskedPath> &asked() const { return m_asked; }

    /// Nodes that may be gone through yet.
    [[nodiscard]] qint64 left() const { return m_left; }
    void charge() { --m_left; }

private:
    struct Guard
    {
        QStringList path;
        Care care;
        int asked = nothingAsked; ///< Where it was put when it was made to guard last.
        std::optional<Care> outer = {}; ///< Of its path, by those before it.
    };
    void guardAll();
    void guardOnly(size_t count);
    void go(const ExpressionNode &expression, Care care);
    [[nodiscard]] bool goAround(const ExpressionNode &expression, Care care);
    void goInto(const ExpressionNode &expression);
    void chain(const ExpressionNode &end, Care care);
    void call(const CallNode &node, Care care);
    void filter(const FilterNode &node, Care care);
    void binary(const BinaryNode &node, Care care);
    void operands(const BinaryNode &node, Care care);
    void comparison(const ComparisonNode &node);
    void membership(const ExpressionNode &key, const ExpressionNode &container);
    void conditional(const ConditionalNode &node, Care care);
    void arguments(const CallArguments &arguments);
    void emitRead(const QStringList &path, quint32 offset, Care care);
    [[nodiscard]] bool isMapMethod(const QString &name) const;

    const CompiledEnvironment &m_environment;
    const bool m_isJinja2;
    ReadSink &m_sink;
    std::vector<Guard> m_guards; ///< What was asked for,
    size_t m_active = 0; ///< and how many of them guard what is walked through now:
    QHash<QStringList, Care> m_care; ///< how much each path is guarded by them.
    std::vector<AskedPath> m_asked;
    qint64 m_left = 2'000'000;
};

/// The text that `expression` is, as a constant; nothing: it is none.
[[nodiscard]] std::optional<QString> constantText(const ExpressionNode &expression);

} // namespace waymark::jinja
