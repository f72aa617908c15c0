#include "app/desktop/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestSettings : public QObject
{
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void whatIsKeptComesBack()
    {
        const QTemporaryDir folder;
        const WindowMemory memory{.geometry = QByteArray("\x01\x00\xff", 3),
                                  .screen = u"catalog"_s,
                                  .layouts = {{u"catalog"_s, "a"}, {u"create"_s, "b"}},
                                  .rails = {{u"create"_s, true}, {u"home"_s, false}}};
        const QList<ServiceRow> services
            = {{.key = u"/work/größe, 1"_s,
                .name = u"größe"_s,
                .templateTitle = u"Go; service"_s,
                .made = QDateTime::fromSecsSinceEpoch(1'760'000'000, QTimeZone::UTC)}};
        {
            Settings settings(folder.path());
            settings.setWindow(memory);
            settings.setServices(services);
            settings.setRecentCommands({u"0 quit"_s, u"2 go-service"_s});
            QVERIFY(!settings.save());
        }
        const Settings settings(folder.path());
        QCOMPARE(settings.window(), memory);
        QCOMPARE(settings.services(), services);
        QCOMPARE(settings.recentCommands(), (QStringList{u"0 quit"_s, u"2 go-service"_s}));
    }

    void whatWasTakenOutStaysOut()
    {
        const QTemporaryDir folder;
        Settings settings(folder.path());
        settings.setWindow({.rails = {{u"home"_s, true}}});
        settings.setServices({{.key = u"/a"_s}, {.key = u"/b"_s}});
        settings.setWindow({});
        settings.setServices({});
        QVERIFY(!settings.save());
        const Settings again(folder.path());
        QCOMPARE(again.window(), WindowMemory());
        QVERIFY(again.services().isEmpty());
    }

    void theLookIsKept()
    {
        const QTemporaryDir folder;
        Settings settings(folder.path());
        m_theme.setSchemeChoice(SchemeChoice::Dark);
        m_theme.setMotionChoice(MotionChoice::Reduced);
        m_theme.setTextScale(1.5);
        settings.takeFrom(m_theme);
        QVERIFY(!settings.save());
        m_theme.setSchemeChoice(SchemeChoice::System);
        m_theme.setMotionChoice(MotionChoice::System);
        m_theme.setTextScale(1);
        Settings(folder.path()).applyTo(m_theme);
        QCOMPARE(m_theme.schemeChoice(), SchemeChoice::Dark);
        QCOMPARE(m_theme.motionChoice(), MotionChoice::Reduced);
        QCOMPARE(m_theme.textScale(), 1.5);
    }

    void withoutAFileAllIsAsAtFirst()
    {
        const QTemporaryDir folder;
        const Settings settings(folder.filePath(u"not/there"_s));
        QCOMPARE(settings.window(), WindowMemory());
        settings.applyTo(m_theme);
        QCOMPARE(m_theme.schemeChoice(), SchemeChoice::System);
        QCOMPARE(m_theme.textScale(), 1.0);
        QVERIFY(!settings.problem());
    }

    void nonsenseIsAsAtFirst()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"window.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[look]\ntheme=purple\ntextScale=huge\nmotion=9\n[services]\nsize=x\n\x01\xff[");
        file.close();
        const Settings settings(folder.path());
        settings.applyTo(m_theme);
        QCOMPARE(m_theme.schemeChoice(), SchemeChoice::System);
        QCOMPARE(m_theme.motionChoice(), MotionChoice::System);
        QCOMPARE(m_theme.textScale(), 1.0);
        QVERIFY(settings.services().isEmpty());
    }

    void thatNothingCanBeKeptIsTold()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        Settings settings(folder.filePath(u"file/below"_s)); // no folder can be made there
        settings.setRecentCommands({u"x"_s});
        const auto problem = settings.save();
        QVERIFY(problem);
        QCOMPARE(problem->code, u"desktop.settings"_s);
        QVERIFY(!problem->hint.isEmpty());
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
