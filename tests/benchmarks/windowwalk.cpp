#include "tests/benchmarks/windowwalk.h"

#include "tests/benchmarks/benchapplication.h"
#include "views/create/fieldrow.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::bench {
namespace {

constexpr int betweenKeys = 30; // ms
constexpr int settling = 900; // ms: problems are told and the draft is saved by then

/// A key that changes what stands in `control`, and one that changes it back.
std::pair<Qt::Key, Qt::Key> keysFor(const QWidget *control)
{
    if (qobject_cast<const QAbstractSpinBox *>(control))
        return {Qt::Key_Up, Qt::Key_Down};
    if (qobject_cast<const QComboBox *>(control))
        return {Qt::Key_Down, Qt::Key_Up};
    const auto *button = qobject_cast<const QAbstractButton *>(control);
    if (button && button->autoExclusive())
        return {Qt::Key_Right, Qt::Key_Left};
    if (button)
        return {Qt::Key_Space, Qt::Key_Space};
    return {Qt::Key_X, Qt::Key_Backspace};
}

} // namespace

WindowWalk::WindowWalk(BenchWindow &window, Watchdog &watchdog)
    : m_window(window)
    , m_watchdog(watchdog)
{
}

void WindowWalk::run()
{
    browse();
    use();
    answerPages();
    readFiles();
    search();
    look();
    review();
    commit();
}

void WindowWalk::at(const QString &place, const Deed &deed)
{
    m_watchdog.enter(place);
    deed();
    m_window.rest();
    m_watchdog.leave();
}

void WindowWalk::type(const QString &place, QWidget *control, const QString &text)
{
    for (const QChar letter : text) {
        at(place, [&] {
            QTest::keyClick(control, letter.toLatin1());
            runFor(betweenKeys);
        });
    }
}

void WindowWalk::press(const QString &place, QWidget *control, Qt::Key key)
{
    at(place, [&] { QTest::keyClick(control, key); });
}

void WindowWalk::trigger(const QString &place, const QString &action)
{
    QAction *found = m_window.action(action);
    at(place, [found] { found->trigger(); });
}

void WindowWalk::browse()
{
    at(u"catalog: shown"_s, [this] { m_window.window().goTo(u"catalog"_s); });
    QWidget *search = m_window.control(u"Filter templates"_s);
    type(u"catalog: a letter of the search"_s, search, u"pyhton serv"_s);
    press(u"catalog: the search is cleared"_s, search, Qt::Key_Escape);
    trigger(u"catalog: the search is cleared"_s, u"catalogClear"_s);
    QWidget *list = m_window.control(u"Templates"_s);
    for (const Qt::Key key : {Qt::Key_End, Qt::Key_Home, Qt::Key_Down, Qt::Key_Up}) {
        press(u"catalog: another template"_s, list, key);
        at(u"catalog: what it makes and asks"_s, [] { runFor(settling); });
    }
    trigger(u"catalog: as a grid"_s, u"catalogAsGrid"_s);
    trigger(u"catalog: as a list"_s, u"catalogAsList"_s);
    trigger(u"catalog: read again"_s, u"catalogRefresh"_s);
    at(u"catalog: read again"_s, [] { runFor(settling); });
}

void WindowWalk::use()
{
    at(u"create: from use template to its files"_s, [this] { m_window.begin(u"go-service"_s); });
}

void WindowWalk::answerPages()
{
    for (const auto &[name, text] :
         {std::pair(u"Service name"_s, u"orders"_s), std::pair(u"Owning team"_s, u"checkout"_s)}) {
        QWidget *control = m_window.control(name);
        at(u"create: into a field"_s, [control] { control->setFocus(Qt::TabFocusReason); });
        type(u"create: a letter of the name or the team"_s, control, text);
    }
    const int pages = m_window.session().form().rowCount();
    for (int page = 0; page < pages; ++page) {
        answerPage(page);
        if (page + 1 < pages)
            trigger(u"create: to another page"_s, u"continue"_s);
    }
    for (int page = 1; page < pages; ++page)
        trigger(u"create: to another page"_s, u"previousStep"_s);
    trigger(u"create: undo and redo"_s, u"undo"_s);
    trigger(u"create: undo and redo"_s, u"redo"_s);
}

/// Everything on it is changed, and changed back.
void WindowWalk::answerPage(int page)
{
    QList<QWidget *> controls;
    for (const auto *row : m_window.window().findChildren<FieldRow *>()) {
        if (row->isVisible() && row->firstControl())
            controls += row->firstControl();
    }
    for (QWidget *control : std::as_const(controls))
        tryControl(control, u"create: page %1, "_s.arg(page + 1));
    at(u"create: the draft is saved"_s, [] { runFor(settling); });
}

void WindowWalk::tryControl(QWidget *control, const QString &place)
{
    const auto [there, back] = keysFor(control);
    const bool isTyped = there == Qt::Key_X;
    at(u"create: into a field"_s, [control] { control->setFocus(Qt::TabFocusReason); });
    if (isTyped)
        press(place + u"caret"_s, control, Qt::Key_End);
    const QString what = place + (isTyped ? u"a letter"_s : u"another choice"_s);
    press(what, control, there);
    press(what, control, back);
}

void WindowWalk::readFiles()
{
    for (const QByteArray &path : m_window.session().files().filesInOrder())
        at(u"files: another one"_s, [&] { m_window.openFile(path); });
    for (int i = 0; i < 6; ++i)
        trigger(u"files: the next line of a field"_s, u"nextLine"_s);
    trigger(u"files: long lines wrapped, and not"_s, u"wrapLines"_s);
    trigger(u"files: long lines wrapped, and not"_s, u"wrapLines"_s);
    trigger(u"files: preview hidden, and shown"_s, u"togglePreview"_s);
    trigger(u"files: preview hidden, and shown"_s, u"togglePreview"_s);
}

void WindowWalk::search()
{
    trigger(u"search: in a file, opened"_s, u"find"_s);
    type(u"search: a letter"_s, QApplication::focusWidget(), u"name"_s);
    press(u"search: closed"_s, QApplication::focusWidget(), Qt::Key_Escape);
    trigger(u"search: in all files, opened"_s, u"findInAll"_s);
    type(u"search: a letter, in all files"_s, QApplication::focusWidget(), u"orders"_s);
    press(u"search: closed"_s, QApplication::focusWidget(), Qt::Key_Escape);
    trigger(u"search: find anything, opened"_s, u"windowFind"_s);
    type(u"search: a letter, of anything"_s, QApplication::focusWidget(), u"memory"_s);
    press(u"search: closed"_s, QApplication::focusWidget(), Qt::Key_Escape);
    trigger(u"search: all keys, shown"_s, u"windowShortcuts"_s);
    press(u"search: closed"_s, QApplication::focusWidget(), Qt::Key_Escape);
}

void WindowWalk::look()
{
    Theme &theme = m_window.application().theme();
    for (const SchemeChoice choice : {SchemeChoice::Dark, SchemeChoice::Light})
        at(u"look: another theme"_s, [&] { theme.setSchemeChoice(choice); });
    for (const char *action : {"windowLarger", "windowSmaller"})
        trigger(u"look: another size of text"_s, QString::fromLatin1(action));
    for (const QSize size : {QSize(1024, 680), QSize(1440, 900)})
        at(u"look: another size of the window"_s, [&] { m_window.window().resize(size); });
    for (const char *id : {"home", "catalog", "create"})
        at(u"look: another screen"_s, [&] { m_window.window().goTo(QString::fromLatin1(id)); });
}

void WindowWalk::review()
{
    at(u"review: shown"_s, [this] { m_window.window().goTo(u"review"_s); });
    const int files = m_window.session().review().fileCount();
    for (int i = 0; i < files; ++i)
        trigger(u"review: another file"_s, u"reviewNextFile"_s);
    trigger(u"review: whole file, and changes"_s, u"reviewWhole"_s);
    trigger(u"review: whole file, and changes"_s, u"reviewWhole"_s);
    QWidget *subject = m_window.control(u"Subject of the commit message"_s);
    press(u"review: a letter of the message"_s, subject, Qt::Key_End);
    type(u"review: a letter of the message"_s, subject, u" now"_s);
    at(u"review: the draft is saved"_s, [] { runFor(settling); });
}

void WindowWalk::commit()
{
    using State = ServiceSession::State;
    ServiceSession &session = m_window.session();
    const QStringList blockers = session.blockers();
    if (!blockers.isEmpty())
        qFatal("It cannot be committed: %s", qPrintable(blockers.join(u' ')));
    trigger(u"commit"_s, u"reviewCommit"_s);
    at(u"commit"_s, [&] { runUntil([&] { return session.state() == State::Applied; }); });
    trigger(u"commit: what undo would take away"_s, u"reviewUndo"_s);
    at(u"commit: taken back"_s, [&] {
        session.undo();
        runUntil([&] { return session.state() == State::Editing; });
    });
    at(u"commit: draft discarded"_s, [&] { session.discardDraft(); });
}

} // namespace waymark::bench
