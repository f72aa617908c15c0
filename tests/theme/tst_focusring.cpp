#include "views/theme/theme.h"

#include <QBoxLayout>
#include <QFocusFrame>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestFocusRing : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;
    QWidget *m_window = nullptr;
    QLineEdit *m_edit = nullptr;
    QPushButton *m_button = nullptr;
    QSpinBox *m_box = nullptr;

    QWidget *surrounded() const
    {
        const auto frames = m_window->findChildren<QFocusFrame *>();
        return frames.size() == 1 && frames.first()->isVisible() ? frames.first()->widget()
                                                                 : nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_window = new QWidget;
        auto *layout = new QVBoxLayout(m_window);
        m_edit = new QLineEdit;
        m_button = new QPushButton(u"Commit"_s);
        m_box = new QSpinBox;
        for (QWidget *widget : QList<QWidget *>{m_edit, m_button, m_box})
            layout->addWidget(widget);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }

    void cleanup() { delete m_window; }

    void anInputHasItHoweverItGotTheFocus()
    {
        m_edit->setFocus(Qt::MouseFocusReason);
        QCOMPARE(surrounded(), m_edit);
        QTest::keyClick(m_edit, Qt::Key_Tab);
        QTest::keyClick(m_button, Qt::Key_Tab);
        QCOMPARE(surrounded(), m_box);
    }

    void aButtonHasItFromTheKeyboardOnly()
    {
        QTest::mouseClick(m_button, Qt::LeftButton);
        m_button->setFocus(Qt::MouseFocusReason);
        QCOMPARE(surrounded(), nullptr);
        m_edit->setFocus(Qt::MouseFocusReason);
        QTest::keyClick(m_edit, Qt::Key_Tab);
        QVERIFY(m_button->hasFocus());
        QCOMPARE(surrounded(), m_button);
        QTest::mousePress(m_button, Qt::LeftButton);
        QCOMPARE(surrounded(), nullptr);
    }

    void itLiesAroundTheControl()
    {
        m_edit->setFocus(Qt::TabFocusReason);
        const auto *frame = m_window->findChild<QFocusFrame *>();
        QVERIFY(frame);
        QCOMPARE(frame->geometry(), m_edit->geometry().adjusted(-4, -4, 4, 4));
    }

    void itEndsWithWhatItSurrounds()
    {
        m_edit->setFocus(Qt::TabFocusReason);
        QCOMPARE(surrounded(), m_edit);
        delete m_edit;
        m_box->setFocus(Qt::TabFocusReason);
        QCOMPARE(surrounded(), m_box);
        delete m_box;
        m_window->resize(300, 300);
        m_button->setFocus(Qt::TabFocusReason);
        QCOMPARE(surrounded(), m_button);
    }

    void itStaysWhenWhatHadTheFocusBeforeGoes()
    {
        m_edit->setFocus(Qt::TabFocusReason);
        m_box->setFocus(Qt::TabFocusReason);
        QCOMPARE(surrounded(), m_box);
        delete m_edit;
        QCOMPARE(surrounded(), m_box);
    }

    void itGoesWithTheWindow()
    {
        m_edit->setFocus(Qt::TabFocusReason);
        delete m_window;
        m_window = nullptr;
        init();
        m_box->setFocus(Qt::TabFocusReason);
        QCOMPARE(surrounded(), m_box);
    }
};

QTEST_MAIN(TestFocusRing)
#include "tst_focusring.moc"
