namespace IspPortal.Tests.Browser;

/// <summary>Everything that drives the whole portal in a browser shares one of each and runs one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class LivePortalTests : ICollectionFixture<LivePages>
{
    public const string Name = "The whole portal in a browser";
}
