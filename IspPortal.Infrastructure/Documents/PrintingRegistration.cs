using IspPortal.Core.Documents;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Documents;

/// <summary>Everything that printing registers; the pages themselves are made in Web/Documents.</summary>
internal static class PrintingRegistration
{
    public static IServiceCollection AddPrinting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PdfOptions>()
            .Bind(configuration.GetSection(PdfOptions.Section))
            .Validate(PdfOptions.IsSane, "Pdf: Pages must be 1 to 16, Timeout 1 second to 5 minutes, CacheMegabytes 0 to 1024, IdleMinutes 1 to 1440.")
            .ValidateOnStart();
        services.AddSingleton<ChromiumPdfPrinter>();
        services.AddSingleton<IPdfPrinter>(provider => provider.GetRequiredService<ChromiumPdfPrinter>());
        services.AddHealthChecks().AddCheck<PdfHealthCheck>("pdf-browser");
        return services;
    }
}
