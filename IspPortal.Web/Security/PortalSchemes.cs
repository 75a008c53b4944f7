namespace IspPortal.Web.Security;

/// <summary>The ways to be signed in.</summary>
internal static class PortalSchemes
{
    /// <summary>Picks one of the others: a bearer token when there is one, else the cookie.</summary>
    public const string Any = "portal";

    public const string Cookie = "portal-cookie";

    public const string Bearer = "portal-bearer";

    /// <summary>Keeps a right password for a few minutes, until the code is typed.</summary>
    public const string SecondStep = "portal-second-step";
}
