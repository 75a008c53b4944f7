using System.Net;
using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Network.Provisioning;

/// <summary>Whether two writings of a property mean the same to a router: <c>yes</c> and <c>true</c>, <c>10M/20M</c> and <c>10000000/20000000</c>, an address with and without <c>/32</c>.</summary>
public static class FieldEquality
{
    /// <summary>Compares what a router holds with what is wanted. Null (not sent) equals empty: routers leave empty properties out.</summary>
    /// <param name="property">The property's name.</param>
    /// <param name="actual">As the router wrote it.</param>
    /// <param name="wanted">As the portal would write it.</param>
    public static bool AreEqual(string property, string? actual, string? wanted)
    {
        actual ??= string.Empty;
        wanted ??= string.Empty;
        if (string.Equals(actual, wanted, StringComparison.Ordinal))
        {
            return true;
        }

        return property switch
        {
            "disabled" or "dynamic" => Flag(actual) == Flag(wanted),
            "rate-limit" => AreEqualLimits(actual, wanted),
            "max-limit" or "burst-limit" or "burst-threshold" or "limit-at" =>
                RatePair.TryParse(Or(actual, "0/0"), out var a) && RatePair.TryParse(Or(wanted, "0/0"), out var b) && a == b,
            "burst-time" => BurstTimes.TryParse(Or(actual, "0/0"), out var a) && BurstTimes.TryParse(Or(wanted, "0/0"), out var b) && a == b,
            "caller-id" or "mac-address" => string.Equals(actual, wanted, StringComparison.OrdinalIgnoreCase),
            "remote-address" or "address" or "target" or "local-address" => AreEqualAddresses(actual, wanted),
            "only-one" => Or(actual, "default") == Or(wanted, "default"),
            _ => false,
        };
    }

    private static string Or(string text, string instead) => text.Length == 0 ? instead : text;

    private static bool Flag(string text) => text is "true" or "yes";

    private static bool AreEqualLimits(string actual, string wanted) =>
        RateLimit.TryParse(actual, out var a) ? RateLimit.TryParse(wanted, out var b) && a == b : false;

    // Only single addresses: "10.0.0.1" and "10.0.0.1/32" and, for a queue, a list of them in the same order.
    private static bool AreEqualAddresses(string actual, string wanted)
    {
        var left = actual.Split(',');
        var right = wanted.Split(',');
        return left.Length == right.Length && left.Zip(right).All(pair => Bare(pair.First) is { } a && a.Equals(Bare(pair.Second)));
    }

    private static IPAddress? Bare(string text)
    {
        var slash = text.IndexOf('/');
        if (slash >= 0 && text[(slash + 1)..] is not ("32" or "128"))
        {
            return null;
        }

        return IPAddress.TryParse(slash < 0 ? text : text[..slash], out var address) ? address : null;
    }
}
