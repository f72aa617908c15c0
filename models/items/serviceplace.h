#pragma once

#include <QString>

namespace waymark {

/// Where a service goes: into the usual folder, which is called after it and stands in `parent`,
/// unless another one was chosen.
class ServicePlace
{
public:
    ServicePlace(); ///< In the home folder.

    [[nodiscard]] const QString &parent() const { return m_parent; }
    void setParent(const QString &folder); ///< From now on, the usual folder stands there.
    /// "~" is the home folder; what is not absolute stands in the parent; empty: the usual one.
    void choose(const QString &typed);
    /// As it was before: `folder` is absolute, and the usual one where it is called `usualName`.
    void goOn(const QString &folder, const QString &usualName);
    void reset() { m_chosen.clear(); } ///< The usual one.

    /// Absolute; `usualName` is what the folder is usually called.
    [[nodiscard]] QString folder(const QString &usualName) const;

private:
    QString m_parent;
    QString m_chosen; ///< Empty: the usual one.
};

} // namespace waymark
