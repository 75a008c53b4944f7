namespace IspPortal.Tests.Browser;

/// <summary>A portal and a browser of one's own, for pages that show no history.</summary>
public sealed class PagesWithoutAPast : LivePages
{
    protected override bool HasPast => false;
}
