using System.Globalization;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Network.Isolir;

/// <summary>The rules of the kit as data. Order matters: what is allowed comes before what is refused, all of it before any other rule of the chain.</summary>
internal static class IsolirRules
{
    public const string AllowedList = "isolir-allowed";
    public const string Profile = "isolir-profile";
    public const string Test = "isolir-test";
    public const string Redirect = "isolir-redirect";
    public const string RejectTcp = "isolir-reject-tcp";

    /// <summary>The rules for these settings.</summary>
    public static IReadOnlyList<IsolirPart> Of(IsolirSettings settings, ProvisioningSettings provisioning)
    {
        var list = provisioning.IsolirList;
        var port = settings.LandingPort.ToString(CultureInfo.InvariantCulture);
        return
        [
            Rule(Redirect, RouterMenus.FirewallNat, "Isolir: pay page", "dstnat", "dst-nat", list, ("protocol", "tcp"), ("dst-port", "80"), ("dst-address-list", "!" + AllowedList), ("to-addresses", settings.LandingAddress), ("to-ports", port)),
            Rule("isolir-landing", RouterMenus.FirewallFilter, "Isolir: pay page opens", "forward", "accept", list, ("protocol", "tcp"), ("dst-address", settings.LandingAddress), ("dst-port", port)),
            Rule("isolir-dns-udp", RouterMenus.FirewallFilter, "Isolir: DNS", "forward", "accept", list, ("protocol", "udp"), ("dst-port", "53")),
            Rule("isolir-dns-tcp", RouterMenus.FirewallFilter, "Isolir: DNS", "forward", "accept", list, ("protocol", "tcp"), ("dst-port", "53")),
            Rule("isolir-allow", RouterMenus.FirewallFilter, "Isolir: payment sites", "forward", "accept", list, ("dst-address-list", AllowedList)),
            Rule(RejectTcp, RouterMenus.FirewallFilter, "Isolir: no internet", "forward", "reject", list, ("protocol", "tcp"), ("reject-with", "tcp-reset")),
            Rule("isolir-reject", RouterMenus.FirewallFilter, "Isolir: no internet", "forward", "reject", list, ("reject-with", "icmp-admin-prohibited")),
        ];
    }

    private static IsolirPart Rule(string name, string menu, string note, string chain, string action, string list, params ReadOnlySpan<(string Name, string Value)> others)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["chain"] = chain, ["action"] = action, ["src-address-list"] = list };
        foreach (var (property, value) in others)
        {
            fields[property] = value;
        }

        return new IsolirPart(name, menu, note, fields);
    }
}
