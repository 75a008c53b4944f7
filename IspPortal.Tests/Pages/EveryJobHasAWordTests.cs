using System.Xml.Linq;
using IspPortal.Core.Common.Jobs;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Tests.Architecture;

namespace IspPortal.Tests.Pages;

/// <summary>The Jobs page shows a job's key where it has no word for it; nobody should meet that.</summary>
public sealed class EveryJobHasAWordTests
{
    [Theory]
    [InlineData("JobsTexts.resx")]
    [InlineData("JobsTexts.id.resx")]
    public void Every_job_of_the_portal_is_named(string file)
    {
        var keys = typeof(JobDeclaration).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IPortalJob)))
            .Select(type => (string)type.GetProperty("Key")!.GetValue(null)!)
            .ToList();
        var words = XDocument.Load(Path.Combine(SourceTree.Root, "IspPortal.Web", "Features", "Jobs", file)).Root!
            .Elements("data").Select(data => data.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains($"Job.{key}", words));
    }
}
