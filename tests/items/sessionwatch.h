#pragma once

#include "tests/items/sessionbench.h"

#include <QSignalSpy>

namespace waymark::testing {

/// A session of a bench, with what it tells.
class SessionWatch
{
public:
    explicit SessionWatch(SessionBench &bench)
        : session(bench.surroundings())
    {
        session.setDestinationParent(bench.path(QStringLiteral("work")));
    }

    /// The template is opened and what it needs is answered.
    void begin(const SessionBench &bench)
    {
        session.open(bench.entry());
        answer("name", "orders");
        answer("owner", "checkout");
    }
    void answer(const char *name, const char *text)
    {
        session.form().type({QString::fromUtf8(name)}, QString::fromUtf8(text), 0);
    }
    /// Codes of the problems that were told, the last one last.
    [[nodiscard]] QStringList told() const
    {
        QStringList codes;
        for (const auto &arguments : m_problems)
            codes += arguments.first().value<Problem>().code;
        return codes;
    }
    [[nodiscard]] Problem lastTold() const { return m_problems.last().first().value<Problem>(); }
    [[nodiscard]] const PlannedFile *planned(const QByteArray &path) const
    {
        for (const PlannedFile &file : session.preview().plan.files) {
            if (file.change.path == path)
                return &file;
        }
        return nullptr;
    }

    ServiceSession session;

private:
    QSignalSpy m_problems{&session, &ServiceSession::problemFound};
};

/// The content of a file, "missing" where there is none.
inline QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
}

} // namespace waymark::testing
