#pragma once

#include "models/base/problem.h"
#include "models/jinja/analysis.h"

#include <QSet>

#include <functional>
#include <stop_token>

namespace waymark {

/// Collects names that nothing defines, as warnings.
class NameCheck
{
public:
    /// What is a name of the template, where nothing is known of it.
    enum class Unknown : quint8 {
        Slip, ///< Only one that is close to a name there is: others may be meant for another tool.
        Name, ///< Any, as in Copier, where questions have no map around them.
        Outsider, ///< Any: there is nothing but the one map of known names, as in Backstage's
                  ///< files.
    };
    /// `wayOut`: what to do about a name that is close to none. Stopped, it looks at nothing more.
    NameCheck(Unknown unknown, QString wayOut, std::stop_token stop)
        : m_unknown(unknown)
        , m_wayOut(std::move(wayOut))
        , m_stop(std::move(stop))
    {
    }

    /// Of `text`, which problems call `file`.
    void checkText(const QString &text, const QString &file, const jinja::Environment &language,
                   const jinja::KnownNames &known);
    /// The same, with each warning moved to where it stands by `placed`.
    using Placed = std::function<Problem(const Problem &problem)>;
    void checkText(const QString &text, const QString &file, const jinja::Environment &language,
                   const jinja::KnownNames &known, const Placed &placed);
    /// Of the name of the file, or of a folder around it.
    void checkName(const QString &name, const QString &file, const jinja::Environment &language,
                   const jinja::KnownNames &known);

    /// Names of templates, as a loader knows them, that others include, import or extend.
    [[nodiscard]] const QSet<QString> &used() const { return m_used; }
    [[nodiscard]] bool isStopped() const { return m_stop.stop_requested(); }
    [[nodiscard]] bool isFull() const { return m_problems.size() >= mostProblems; }
    /// Without those of `files`.
    [[nodiscard]] QList<Problem> problems(const QSet<QString> &files = {}) const;

private:
    static constexpr qsizetype mostProblems = 100;
    [[nodiscard]] bool isMisspelt(const jinja::UndefinedName &name, const jinja::Analysis &analysis,
                                  const jinja::KnownNames &known) const;
    [[nodiscard]] bool isMisspeltAlone(const jinja::UndefinedName &name,
                                       const jinja::KnownNames &known) const;
    [[nodiscard]] QString hintFor(const jinja::UndefinedName &name, const jinja::Analysis &analysis,
                                  const jinja::KnownNames &known) const;

    Unknown m_unknown;
    QString m_wayOut;
    std::stop_token m_stop;
    QSet<QString> m_used;
    QSet<QString> m_checkedNames;
    QList<Problem> m_problems;
};

} // namespace waymark
