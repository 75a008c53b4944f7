using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

namespace IspPortal.Benchmarks.Billing;

/// <summary>The portal's files, for parts that look for them.</summary>
internal sealed class BenchEnvironment(string webRoot) : IWebHostEnvironment
{
    public string ApplicationName { get; set; } = "bench";

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

    public string ContentRootPath { get; set; } = webRoot;

    public string EnvironmentName { get; set; } = "Production";

    public IFileProvider WebRootFileProvider { get; set; } = new PhysicalFileProvider(webRoot);

    public string WebRootPath { get; set; } = webRoot;
}
