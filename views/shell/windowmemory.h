#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace waymark {

/// What a window looked like, to be kept between runs.
struct WindowMemory
{
    QByteArray geometry = {};
    QString screen = {};
    QMap<QString, QByteArray> layouts = {}; ///< Of each screen.
    QMap<QString, bool> rails = {}; ///< Where the user chose: whether the side bar is a rail.

    friend bool operator==(const WindowMemory &, const WindowMemory &) = default;
};

} // namespace waymark
