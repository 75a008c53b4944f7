namespace IspPortal.Core.Network.Operations;

/// <summary>How a session that somebody ended by hand stands in the audit: at the line, so that its loss is known for our own doing.</summary>
internal static class KickAudit
{
    public const string Action = "session_kicked";

    public const string Entity = "access";
}
