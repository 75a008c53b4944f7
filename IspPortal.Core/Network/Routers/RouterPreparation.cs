using System.Globalization;
using System.Security.Cryptography;

namespace IspPortal.Core.Network.Routers;

/// <summary>The RouterOS commands that prepare a router: a group with the fewest rights, an API user in it, and the API service open to the portal alone. Pure but for the password.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="Username">Name of the API user.</param>
/// <param name="Password">Its password.</param>
/// <param name="PortalAddress">The portal's address as the router sees it, or a prefix; null leaves the service's address list alone.</param>
/// <param name="Port">The API port.</param>
/// <param name="UseTls">Whether to prepare <c>api-ssl</c> with a certificate of the router's own.</param>
/// <param name="MayWrite">Whether the portal is to apply plans; without it the group only watches.</param>
public sealed record RouterPreparation(string Group, string Username, string Password, string? PortalAddress, int Port, bool UseTls, bool MayWrite = true)
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int PasswordLength = 24;

    /// <summary>A password that needs no quoting anywhere and that nobody mistypes: no l, I, 1, O or 0.</summary>
    public static string NewPassword() => RandomNumberGenerator.GetString(Letters, PasswordLength);

    /// <summary>The policies of the group.</summary>
    public IReadOnlyList<string> Policies => MayWrite ? RouterRights.Needed : ["api", "read", "test"];

    /// <summary>The commands for a terminal of RouterOS 6 or 7, one a line.</summary>
    /// <param name="major">The major version, 6 or 7.</param>
    public IReadOnlyList<string> CommandsFor(int major)
    {
        var service = UseTls ? "api-ssl" : "api";
        var commands = new List<string>
        {
            $"/user group add name={Quote(Group)} policy={string.Join(',', Policies)}",
            $"/user add name={Quote(Username)} group={Quote(Group)} password={Quote(Password)}{(PortalAddress is null ? string.Empty : " address=" + PortalAddress)} comment=\"ISP portal\"",
        };
        if (UseTls)
        {
            // Version 6 signs in the background and needs a moment; 7 has the key usage by name all the same.
            commands.Add("/certificate add name=isp-portal common-name=isp-portal key-usage=tls-server days-valid=3650");
            commands.Add("/certificate sign isp-portal");
            if (major < 7)
            {
                commands.Add(":delay 5s");
            }
        }

        commands.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"/ip service set {service} port={Port}{(PortalAddress is null ? string.Empty : " address=" + PortalAddress)}{(UseTls ? " certificate=isp-portal" : string.Empty)} disabled=no"));
        return commands;
    }

    private static string Quote(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? text
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal)}\"";
}
