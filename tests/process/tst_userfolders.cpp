#include "models/process/userfolders.h"
#include "tests/support/testing.h"

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestUserFolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qputenv("HOME", m_home); }

    void anUnsetHomeIsThePasswordDatabases_data()
    {
        QTest::addColumn<bool>("unset");
        QTest::newRow("unset") << true;
        QTest::newRow("empty") << false;
    }

    void anUnsetHomeIsThePasswordDatabases()
    {
        QFETCH(const bool, unset);
        const passwd *const user = ::getpwuid(::geteuid());
        const QByteArray home = user != nullptr ? user->pw_dir : ""; // unknown: nothing changes
        if (unset)
            qunsetenv("HOME");
        else
            qputenv("HOME", "");
        ensureHome();
        QCOMPARE(qgetenv("HOME"), home);
    }

    void aHomeThatIsSetIsKept()
    {
        qputenv("HOME", "/tmp/somewhere else");
        ensureHome();
        QCOMPARE(qgetenv("HOME"), QByteArray("/tmp/somewhere else"));
    }

    void foldersAreBelowThoseOfXdg()
    {
        const QByteArrayList names{"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"};
        QByteArrayList kept;
        kept.reserve(names.size());
        for (const QByteArray &name : names) {
            kept.append(qgetenv(name.constData()));
            qputenv(name.constData(), "/tmp/" + name);
        }
        const UserFolders folders = userFolders();
        for (qsizetype i = 0; i < names.size(); ++i) {
            if (kept.at(i).isEmpty())
                qunsetenv(names.at(i).constData());
            else
                qputenv(names.at(i).constData(), kept.at(i));
        }
        QCOMPARE(folders.configuration, u"/tmp/XDG_CONFIG_HOME/waymark"_s);
        QCOMPARE(folders.data, u"/tmp/XDG_DATA_HOME/waymark"_s);
        QCOMPARE(folders.state, u"/tmp/XDG_STATE_HOME/waymark"_s);
    }

private:
    QByteArray m_home = qgetenv("HOME");
};

QTEST_GUILESS_MAIN(TestUserFolders)
#include "tst_userfolders.moc"
