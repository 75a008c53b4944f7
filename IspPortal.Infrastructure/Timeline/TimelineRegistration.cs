using IspPortal.Core.Common.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Infrastructure.Timeline;

/// <summary>Everything the time axis registers; features add their <see cref="ITimelineSource"/> themselves.</summary>
internal static class TimelineRegistration
{
    public static IServiceCollection AddTimeline(this IServiceCollection services) => services.AddScoped<ITimeline, PortalTimeline>();
}
