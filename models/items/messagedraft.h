#pragma once

#include <QString>

namespace waymark {

/// A commit message while it is written: a subject in one line, and a body behind an empty one.
class MessageDraft
{
public:
    static constexpr int subjectLimit = 72; ///< As git's own tools cut it.

    explicit MessageDraft(const QString &message = {});
    MessageDraft(const QString &subject, QString body);

    [[nodiscard]] const QString &subject() const { return m_subject; }
    [[nodiscard]] const QString &body() const { return m_body; }
    /// As a commit has it; empty where nothing is written.
    [[nodiscard]] QString message() const;

    [[nodiscard]] int subjectLength() const; ///< In characters as people count them.
    [[nodiscard]] bool isTooLong() const { return subjectLength() > subjectLimit; }
    [[nodiscard]] QString counter() const; ///< "41 of 72", translated.

    /// Whether it says the same as `usual`, so that nothing has to be kept of it.
    [[nodiscard]] bool isSame(const QString &usual) const;

private:
    QString m_subject;
    QString m_body;
};

} // namespace waymark
