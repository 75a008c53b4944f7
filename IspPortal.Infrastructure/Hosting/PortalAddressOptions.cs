namespace IspPortal.Infrastructure.Hosting;

/// <summary>Settings of the portal as a whole, section <c>Portal</c>.</summary>
internal sealed class PortalAddressOptions
{
    public const string Section = "Portal";

    /// <summary>Where people reach the portal, e.g. <c>https://portal.example.net</c>; empty: what it listens on.</summary>
    public string PublicAddress { get; set; } = "";

    public static bool IsAddress(string text) =>
        string.IsNullOrWhiteSpace(text) || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps));
}
