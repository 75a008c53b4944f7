namespace IspPortal.Tests.Support;

/// <summary>How long tests wait for what should come at once.</summary>
internal static class Patience
{
    /// <summary>For a component to draw: bUnit's own second is too short on a machine that runs browsers and databases beside it.</summary>
    public static TimeSpan ForComponents { get; } = TimeSpan.FromSeconds(30);
}
