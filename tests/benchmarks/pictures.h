#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

namespace waymark::bench {

/// Milliseconds from `deed` until the first picture with `painted` in it is done, of which
/// `isRight` says that it shows what came of it; empty: any does.
[[nodiscard]] double timeToPicture(const QWidget *painted, const std::function<void()> &deed,
                                   const std::function<bool()> &isRight = {});

/// The same of each letter of `text`, typed into `control`.
[[nodiscard]] QList<double> typed(QWidget *control, const QString &text, const QWidget *painted);

} // namespace waymark::bench
