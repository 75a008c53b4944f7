using IspPortal.Core.Common.Jobs;

namespace IspPortal.Infrastructure.Hosting;

/// <summary>One job as a feature registered it.</summary>
internal sealed record JobDeclaration(string Key, Type JobType, JobSchedule Schedule);
