using CreatorStudio;
using CreatorStudio.Composing;
using CreatorStudio.Posts;

var builder = WebApplication.CreateBuilder(args);
await using var tiktok = await StudioTikTok.StartAsync(builder.Configuration);
builder.Services.AddStudio(tiktok);

var app = builder.Build();
app.UseMiddleware<SecurityHeaders>();
app.UseStaticFiles();
app.UseAuthentication();
app.UseAuthorization();
app.MapRazorPages();
app.MapSignIn();
app.MapPosts();
app.MapVideos();
app.MapWebhooks();
app.Lifetime.ApplicationStarted.Register(() => tiktok.Greet(app));
await app.RunAsync();
