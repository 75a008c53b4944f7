namespace IspPortal.Web.Shared.Formatting;

/// <summary>Values of a router as its own terminal writes them: the API says true where it accepts yes.</summary>
internal static class RouterValue
{
    public static string Shown(string value) => value switch
    {
        "true" => "yes",
        "false" => "no",
        _ => value,
    };
}
