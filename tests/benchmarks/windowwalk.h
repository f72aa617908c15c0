#pragma once

#include "tests/benchmarks/benchwindow.h"
#include "tests/benchmarks/watchdog.h"

namespace waymark::bench {

/// Goes through the window as somebody does who makes a service, while a watchdog looks on.
class WindowWalk
{
public:
    /// Both have to live longer. Templates are those of the source tree.
    WindowWalk(BenchWindow &window, Watchdog &watchdog);

    /// From the catalog to the commit, and back.
    void run();

private:
    using Deed = std::function<void()>;

    void browse();
    void use();
    void answerPages();
    void answerPage(int page);
    void tryControl(QWidget *control, const QString &place);
    void readFiles();
    void search();
    void look();
    void review();
    void commit();

    /// What is done counts for `place`, until all is at rest after it.
    void at(const QString &place, const Deed &deed);
    /// Each key counts for `place`.
    void type(const QString &place, QWidget *control, const QString &text);
    void press(const QString &place, QWidget *control, Qt::Key key);
    void trigger(const QString &place, const QString &action);

    BenchWindow &m_window;
    Watchdog &m_watchdog;
};

} // namespace waymark::bench
