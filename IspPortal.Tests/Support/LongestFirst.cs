using IspPortal.Tests.Browser;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(IspPortal.Tests.Support.LongestFirst))]

namespace IspPortal.Tests.Support;

/// <summary>Most scenarios in the browser share one portal and follow each other, the long ones have one of their own: begun last, everything else would have to wait for them.</summary>
internal sealed class LongestFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [
            .. testCollections.OrderByDescending(collection => collection.TestCollectionDisplayName == LivePortalTests.Name)
                .ThenByDescending(collection => collection.TestCollectionDisplayName.Contains(".Scenarios.", StringComparison.Ordinal) || collection.TestCollectionDisplayName.Contains("InTheBrowserTests", StringComparison.Ordinal)),
        ];
}
