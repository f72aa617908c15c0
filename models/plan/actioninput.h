#pragma once

#include "models/plan/stepcontext.h"

#include <span>

namespace waymark {

/// What an entry of an action's input may be; several together.
namespace inputs {
enum Kind : quint8 { Text = 1, Truth = 2, Texts = 4, Mapping = 8, Number = 16, Anything = 32 };
} // namespace inputs

/// An entry that an action takes.
struct InputKey
{
    QStringView name;
    int kinds; ///< Of inputs::Kind.
    bool isNeeded = false;
};

/// `value` as JSON hands it on: entries without a value are left out, in lists they are null.
[[nodiscard]] Value jsonData(const jinja::TaggedValue &value);

/// Where the folder that the steps fill stands in what an action tells: the scaffolder's own is
/// some folder on a server.
inline constexpr auto workspacePath = "/workspace";

/// `path` below that folder, without "." and ".." inside and without the folder itself; what leads
/// out of it begins with ".." or "/".
[[nodiscard]] QByteArray pathInService(const QString &path);

/// The input of a step, evaluated, as its action reads it. Errors stand at the entry that is wrong.
class ActionInput
{
public:
    ActionInput(const TemplateStep &step, const jinja::TaggedValue &input,
                const StepContext &context)
        : m_step(step)
        , m_input(input)
        , m_context(context)
    {
    }

    /// Whether it has just entries of `keys`, of the kinds that they may be, as the action's schema
    /// in Backstage wants it.
    [[nodiscard]] Result<> check(std::span<const InputKey> keys) const;

    [[nodiscard]] const TemplateStep &step() const { return m_step; }
    [[nodiscard]] const StepContext &context() const { return m_context; }
    [[nodiscard]] const jinja::TaggedValue &all() const { return m_input; }
    /// Undefined: there is none.
    [[nodiscard]] jinja::TaggedValue of(const QString &key) const;
    [[nodiscard]] QString textOf(const QString &key) const { return of(key).scalar().textOr(); }
    [[nodiscard]] bool isOn(const QString &key) const;
    [[nodiscard]] QStringList textsOf(const QString &key) const;
    [[nodiscard]] std::unexpected<Error> wrong(const QString &message, const QString &hint,
                                               QStringView key) const;

    /// The path below the service's folder that the text `path` of the entry `key` names: without
    /// "." and ".." inside, "" is the folder itself. One that begins with workspacePath is taken
    /// for one below.
    [[nodiscard]] Result<QByteArray> confined(const QString &path, QStringView key) const;
    /// The same of the text at `key`.
    [[nodiscard]] Result<QByteArray> path(const QString &key) const;

private:
    [[nodiscard]] std::unexpected<Error> unknown(const QString &key,
                                                 std::span<const InputKey> keys) const;

    const TemplateStep &m_step;
    const jinja::TaggedValue &m_input;
    const StepContext &m_context;
};

} // namespace waymark
