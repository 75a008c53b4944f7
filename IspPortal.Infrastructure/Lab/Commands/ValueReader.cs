using System.Globalization;
using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Commands;

/// <summary>Checks a value that a client wrote and gives the form in which the router keeps it.</summary>
internal static class ValueReader
{
    public static string? Read(RouterWorld world, Prop prop, string value) => prop.Kind switch
    {
        PropKind.Flag => value switch { "yes" or "true" => "true", "no" or "false" => "false", _ => throw Trap.NoMatch(prop.Name).Raise() },
        PropKind.Enum => prop.Of!.Split('|').Contains(value) ? value : throw Trap.NoMatch(prop.Name).Raise(),
        PropKind.Reference => world.Menu(prop.Of!).ByName(value) is not null || (prop.Of == "/interface" && world.Access.ByName(value) is not null)
            ? value
            : throw Trap.NoMatch(prop.Name).Raise(),
        PropKind.Integer => ShapedRate.Rate(value) is { } number ? number.ToString(CultureInfo.InvariantCulture) : throw Trap.BadValue(prop.Name).Raise(),
        PropKind.RatePair => ShapedRate.RatePair(value) is { } pair ? RosValue.Pair(pair.Up, pair.Down).ToString() : throw Trap.BadValue(prop.Name).Raise(),
        PropKind.Duration => value.Length == 0 || value == "none" ? null
            : RosValue.ParseDuration(value) is { } time ? Duration(time) : throw Trap.BadValue(prop.Name).Raise(),
        PropKind.Address => value.Length == 0 ? null : AddressPools.ToNumber(value) is not null ? value : throw Trap.BadValue(prop.Name).Raise(),
        PropKind.Prefix => Prefix(value) ?? throw Trap.BadValue(prop.Name).Raise(),
        PropKind.AddressOrPool => value.Length == 0 || value == "0.0.0.0" ? null
            : AddressPools.ToNumber(value) is not null || world.Menu("/ip/pool").ByName(value) is not null ? value : throw Trap.BadValue(prop.Name).Raise(),
        PropKind.Mac => value.Length == 0 ? null : IsMac(value) ? value.ToUpperInvariant() : throw Trap.BadValue(prop.Name).Raise(),
        _ => value,
    };

    private static string Duration(TimeSpan time) => time < TimeSpan.FromSeconds(1) && time > TimeSpan.Zero
        ? ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture) + "ms"
        : RosValue.Duration(time.Ticks).ToString();

    private static string? Prefix(string value)
    {
        var parts = value.Split('/');
        return AddressPools.ToNumber(parts[0]) is null ? null
            : parts.Length == 1 ? value + "/32"
            : parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && bits <= 32 ? value
            : null;
    }

    private static bool IsMac(string value)
    {
        var parts = value.Split(':');
        return parts.Length == 6 && Array.TrueForAll(parts, p => p.Length == 2 && char.IsAsciiHexDigit(p[0]) && char.IsAsciiHexDigit(p[1]));
    }
}
