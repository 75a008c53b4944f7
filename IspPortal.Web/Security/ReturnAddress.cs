namespace IspPortal.Web.Security;

/// <summary>Where one goes after signing in. Only addresses of this portal: an address in a link may be anybody's.</summary>
internal static class ReturnAddress
{
    public const string Home = "/";

    public static string Safe(string? address) => IsLocal(address) ? address! : Home;

    private static bool IsLocal(string? address) =>
        address is { Length: > 0 and <= 2_000 }
        && address[0] == '/'
        && (address.Length == 1 || (address[1] != '/' && address[1] != '\\'))
        && !address.Any(letter => char.IsControl(letter) || letter == '\\')
        && !address.StartsWith("/account/sign-", StringComparison.OrdinalIgnoreCase);
}
